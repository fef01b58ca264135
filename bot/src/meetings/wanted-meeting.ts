/** Somebody who leads a group, as far as a Teams meeting is concerned. */
export interface Lead {
  /** Entra object id. */
  objectId: string;
  displayName: string;
  userPrincipalName: string | null;
  role: "owner" | "contributor";
}

/** What a Teams meeting should be like. */
export interface WantedMeeting {
  /** In the order in which they were given the role. */
  coorganizers: Lead[];
  /** Leads for whom Teams has no place. */
  leftOut: Lead[];
  lobby: Lobby;
  chat: Chat;
}

/**
 * Who does not wait in the lobby (Graph: "lobbyBypassSettings resource type"; `organization` would let guests of the
 * organization in, too).
 */
export type Lobby = "organizationExcludingGuests" | "invited";

/** Graph: "onlineMeeting resource type", meetingChatMode. */
export type Chat = "enabled" | "disabled";

/** Teams: "Add co-organizers to a meeting in Microsoft Teams": up to 10. */
const mostCoorganizers = 10;

/**
 * What the Teams meeting of a group's event should be like. Owners come first, then contributors, both by name: so
 * the same ones are left out each time.
 *
 * @param organizerObjectId of the service account, which organizes the meeting and so needs no role in it
 */
export function wantedMeeting(given: {
  leads: readonly Lead[];
  confidential: boolean;
  organizerObjectId: string | null;
}): WantedMeeting {
  const rank = ({ role }: Lead) => (role === "owner" ? 0 : 1);
  const leads = given.leads
    .filter(({ objectId }) => objectId !== given.organizerObjectId)
    .toSorted(
      (a, b) =>
        rank(a) - rank(b) ||
        a.displayName.localeCompare(b.displayName, "en") ||
        (a.objectId < b.objectId ? -1 : 1),
    );
  return {
    coorganizers: leads.slice(0, mostCoorganizers),
    leftOut: leads.slice(mostCoorganizers),
    lobby: given.confidential ? "invited" : "organizationExcludingGuests",
    chat: given.confidential ? "disabled" : "enabled",
  };
}

/** What has to be changed; null where nothing has. */
export interface MeetingStep {
  lobby: Lobby | null;
  chat: Chat | null;
  coorganizers: Lead[] | null;
}

/**
 * Compares with what was confirmed last, part by part: what somebody chose in Teams stays until the same part
 * changes here.
 */
export function meetingStep(
  shown: {
    coorganizers: readonly string[] | null;
    lobby: Lobby | null;
    chat: Chat | null;
    given_to: readonly string[];
  } | null,
  wanted: WantedMeeting,
): MeetingStep | null {
  const ids = wanted.coorganizers.map(({ objectId }) => objectId);
  const step: MeetingStep = {
    lobby: shown?.lobby === wanted.lobby ? null : wanted.lobby,
    chat: shown?.chat === wanted.chat ? null : wanted.chat,
    coorganizers:
      shown?.coorganizers &&
      sameIds(shown.coorganizers, ids) &&
      // Somebody else may have the role: an answer was lost, and then they stopped leading.
      sameIds(shown.given_to, ids)
        ? null
        : wanted.coorganizers,
  };
  return step.lobby || step.chat || step.coorganizers ? step : null;
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  const known = new Set(a);
  return a.length === b.length && b.every((id) => known.has(id));
}
