import type { ExchangeServer } from "../outlook/exchange-server.ts";
import { meetingPlace } from "../outlook/teams-meeting.ts";
import type { Person } from "../world/world-seed.ts";
import { badRequest, GraphError } from "./graph-error.ts";
import { parseOnlineMeetingId } from "./online-meeting-id.ts";
import type { HeldOnline } from "./online-meeting-resource.ts";

/** The events of somebody's that have a Teams meeting. */
export function heldOnline(
  exchange: ExchangeServer,
  organizerId: string,
): HeldOnline[] {
  return exchange.mailboxes.meetingsOf(organizerId).flatMap((meeting) => {
    const { teamsMeeting } = meeting.content;
    return teamsMeeting ? [{ meeting, teamsMeeting }] : [];
  });
}

/** The meeting that an address names; other people's do not exist. */
export function heldById(
  exchange: ExchangeServer,
  organizer: Person,
  meetingId: string,
): HeldOnline {
  const parts = parseOnlineMeetingId(meetingId);
  if (!parts) throw badRequest("BadRequest", "Invalid meeting id.");
  const held =
    parts.organizerId === organizer.id
      ? heldOnline(exchange, organizer.id).find(({ teamsMeeting }) => {
          const { threadId, messageId } = meetingPlace(teamsMeeting);
          return threadId === parts.threadId && messageId === parts.messageId;
        })
      : undefined;
  if (!held) throw meetingNotFound();
  return held;
}

export function meetingNotFound(): GraphError {
  return new GraphError({
    status: 404,
    code: "NotFound",
    message: "The online meeting was not found.",
  });
}
