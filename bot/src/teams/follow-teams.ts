import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import {
  closeChannel,
  followArchiving,
  openChannel,
} from "../groups/follow-channel.ts";
import {
  installGroup,
  restoreGroup,
  uninstallGroup,
} from "../groups/install-group.ts";
import { requestSync } from "../groups/request-sync.ts";
import type { TeamChannel } from "../groups/team-facts.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import type { TeamsActivity } from "./activity.ts";

interface FollowDeps {
  db: Db;
  clock: Clock;
  enqueue: Enqueue;
  botId: string;
}

type Team = NonNullable<NonNullable<TeamsActivity["channelData"]>["team"]>;

/** Team events after which name, channels or roster are read again. */
const readAgainAfter = new Set([
  "teamRenamed",
  "teamUnarchived",
  "channelCreated",
  "channelRenamed",
  "channelRestored",
  "teamMemberAdded",
  "teamMemberRemoved",
]);

/**
 * Follows what happens to a team and its channels (Teams: "Conversation events in your Teams bot"). What
 * an activity does not tell in full is read again by a job, so missed and doubled ones do no harm.
 */
export async function followTeam(
  deps: FollowDeps,
  activity: TeamsActivity,
): Promise<void> {
  const team = activity.channelData?.team;
  if (!team) return;
  const isBot = ({ id }: { id: string }) => id.endsWith(deps.botId);
  const botAdded = activity.membersAdded?.some(isBot) ?? false;
  const botRemoved = activity.membersRemoved?.some(isBot) ?? false;
  const channel = ownChannelOf(activity, team);
  if (channel && botAdded) return openChannel(deps, team.id, channel);
  if (channel && botRemoved)
    return closeChannel(deps, team.id, channel.id, "appRemoved");
  if (botAdded) return install(deps, activity, team);
  if (botRemoved) return uninstallGroup(deps, team.id);
  await followEvent(deps, activity, team);
}

async function followEvent(
  deps: FollowDeps,
  activity: TeamsActivity,
  team: Team,
): Promise<void> {
  const eventType = activity.channelData?.eventType ?? "";
  const channelId = activity.channelData?.channel?.id;
  switch (eventType) {
    case "teamDeleted":
    case "teamHardDeleted":
      return uninstallGroup(deps, team.id);
    case "teamRestored":
      return restoreGroup(deps, team.id);
    case "teamArchived":
      return followArchiving(deps, team.id, true);
    case "teamUnarchived":
      await followArchiving(deps, team.id, false);
      break;
    case "channelDeleted":
      if (channelId !== undefined)
        await closeChannel(deps, team.id, channelId, "channelDeleted");
      return;
    case "channelRestored":
      if (channelId !== undefined)
        await openChannel(deps, team.id, channelFrom(activity, channelId));
      break;
    default:
      break;
  }
  if (readAgainAfter.has(eventType)) await requestSync(deps, team.id);
}

/** A private or shared channel, to which the app is added on its own. */
function ownChannelOf(activity: TeamsActivity, team: Team): TeamChannel | null {
  const channel = activity.channelData?.channel;
  if (!channel || channel.id === team.id) return null;
  const { kind, ...facts } = channelFrom(activity, channel.id);
  return kind === "standard" ? null : { ...facts, kind };
}

function channelFrom(activity: TeamsActivity, id: string): TeamChannel {
  const channel = activity.channelData?.channel;
  const kind =
    channel?.type === "private" || channel?.type === "shared"
      ? channel.type
      : "standard";
  return { id, name: channel?.name ?? "Channel", kind };
}

async function install(
  deps: FollowDeps,
  activity: TeamsActivity,
  team: Team,
): Promise<void> {
  const { from } = activity;
  await installGroup(deps, {
    teamId: team.id,
    teamName: team.name ?? "",
    directoryGroupId: team.aadGroupId ?? null,
    conversationReference: teamReference(activity, team.id),
    installer: from.aadObjectId
      ? {
          objectId: from.aadObjectId.toLowerCase(),
          displayName: from.name ?? from.aadObjectId,
        }
      : null,
  });
}

/** A botbuilder ConversationReference to the team itself, whichever channel the activity came from. */
function teamReference(activity: TeamsActivity, teamId: string) {
  return {
    activityId: activity.id ?? undefined,
    user: activity.from,
    bot: activity.recipient ?? undefined,
    channelId: activity.channelId,
    serviceUrl: activity.serviceUrl,
    conversation: {
      tenantId: activity.conversation.tenantId ?? undefined,
      id: teamId,
      conversationType: "channel",
      isGroup: true,
    },
  };
}
