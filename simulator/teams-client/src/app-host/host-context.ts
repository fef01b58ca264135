import type { Channel, Person, Team, World } from "../api/shapes.ts";
import type { FrameContext } from "./host-runtime.ts";

/** Where a tab is shown: in the personal app, or in a channel of a team. */
export type TabPlace =
  | { kind: "personal" }
  | {
      kind: "channel";
      team: Team;
      channel: Channel;
      /** Null beside the tabs, such as in the posts, and for a tab that is not there yet. */
      tabId: string | null;
    };

export type ContextFacts = {
  world: World;
  person: Person;
  place: TabPlace;
  entityId: string;
  subPageId: string | null;
  /** Teams' own name of the theme: default, dark or contrast. */
  theme: string;
  locale: string;
  sessionId: string;
  frameContext: FrameContext;
};

/** teams-js: ChannelType. */
const channelTypes = {
  standard: "Regular",
  private: "Private",
  shared: "Shared",
} as const;

/** teams-js: UserTeamRole. */
const userTeamRole = { owner: 0, member: 1 };

/**
 * The context as Teams sends it on the wire: flat, in the names of teams-js 1.
 * teams-js 2 makes `app.Context` out of it (transformLegacyContextToAppContext).
 */
export function hostContext(facts: ContextFacts): Record<string, unknown> {
  const { world, person, place } = facts;
  return {
    locale: facts.locale.toLowerCase(),
    theme: facts.theme,
    appId: world.app.appId,
    appSessionId: facts.sessionId,
    sessionId: facts.sessionId,
    hostName: "Teams",
    hostClientType: "web",
    ringId: "general",
    entityId: facts.entityId,
    ...(facts.subPageId === null ? {} : { subEntityId: facts.subPageId }),
    frameContext: facts.frameContext,
    isFullScreen: false,
    isMultiWindow: false,
    userObjectId: person.id,
    userDisplayName: person.displayName,
    userPrincipalName: person.upn,
    loginHint: person.upn,
    tid: world.tenant.id,
    tenantSKU: "enterprise",
    ...(place.kind === "channel"
      ? channelContext(place.team, place.channel, facts)
      : {}),
  };
}

function channelContext(
  team: Team,
  channel: Channel,
  { person, world }: ContextFacts,
): Record<string, unknown> {
  return {
    teamId: team.id,
    teamName: team.name,
    groupId: team.groupId,
    teamType: 0,
    isTeamArchived: team.isArchived ?? false,
    userTeamRole: team.ownerIds.includes(person.id)
      ? userTeamRole.owner
      : userTeamRole.member,
    channelId: channel.id,
    channelName: channel.name,
    channelType: channelTypes[channel.membershipType],
    hostTeamGroupId: team.groupId,
    hostTeamTenantId: world.tenant.id,
  };
}
