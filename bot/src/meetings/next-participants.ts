import type { MeetingParticipant } from "../graph/online-meetings.ts";
import type { Lead } from "./wanted-meeting.ts";

/**
 * The whole list of participants that a meeting should have, or null when it has it (Graph: "Update onlineMeeting": the
 * full list is always sent). People who are there without our doing stay as they are.
 *
 * @param given.formerly object ids of those to whom we may have given the role
 * @param given.invited object ids of those among them whom the event invites: they stay, as attendees
 */
export function nextParticipants(
  current: readonly MeetingParticipant[],
  given: {
    coorganizers: readonly Lead[];
    formerly: readonly string[];
    invited: ReadonlySet<string>;
  },
): MeetingParticipant[] | null {
  const wanted = new Set(given.coorganizers.map(({ objectId }) => objectId));
  const formerly = new Set(given.formerly);
  const next = current.flatMap((participant) => {
    const { objectId, role } = participant;
    if (objectId === null) return [participant];
    if (wanted.has(objectId)) return [withRole(participant, "coorganizer")];
    if (!formerly.has(objectId) || role !== "coorganizer") return [participant];
    return given.invited.has(objectId)
      ? [withRole(participant, "attendee")]
      : [];
  });
  const there = new Set(current.map(({ objectId }) => objectId));
  const added = given.coorganizers
    .filter(({ objectId }) => !there.has(objectId))
    .map((lead): MeetingParticipant => ({
      objectId: lead.objectId,
      upn: lead.userPrincipalName,
      role: "coorganizer",
      identity: { user: { id: lead.objectId } },
    }));
  const isSame =
    added.length === 0 &&
    next.length === current.length &&
    next.every(({ role }, n) => role === current[n]?.role);
  return isSame ? null : [...next, ...added];
}

function withRole(
  participant: MeetingParticipant,
  role: MeetingParticipant["role"],
): MeetingParticipant {
  return { ...participant, role };
}
