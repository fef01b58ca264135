import { cancelMeeting } from "../outlook/cancel-meeting.ts";
import {
  editAsOrganizer,
  type OrganizerEdit,
} from "../outlook/edit-as-organizer.ts";
import type { ExchangeServer } from "../outlook/exchange-server.ts";
import type { Meeting } from "../outlook/meeting.ts";
import { ControlError } from "./control-error.ts";
import { findOwner } from "./mailbox-desk.ts";

/** What an organizer does by hand in Outlook, by subject or id. */
export interface OrganizersEvent {
  organizer: string;
  eventId?: string;
  subject?: string;
}

/** @throws {ControlError} where Outlook would not let it be done */
export function editByHand(
  exchange: ExchangeServer,
  of: OrganizersEvent,
  edit: OrganizerEdit,
): void {
  const meeting = findOrganized(exchange, of);
  const result = exchange.simulation.store.atomically(() =>
    editAsOrganizer(exchange, meeting, edit),
  );
  if (result.kind === "recipientLimit") throw recipientLimit();
  if (result.kind === "endsBeforeStart")
    throw new ControlError(400, "The event would end before it starts.");
  exchange.simulation.changes.announce("mailboxes");
}

/** Outlook's "Cancel" on an organizer's event: everybody gets a cancellation. */
export function cancelByHand(
  exchange: ExchangeServer,
  of: OrganizersEvent & { comment?: string },
): void {
  const meeting = findOrganized(exchange, of);
  const result = exchange.simulation.store.atomically(() =>
    cancelMeeting(exchange, meeting, of.comment ?? ""),
  );
  if (result.kind === "recipientLimit") throw recipientLimit();
  exchange.simulation.changes.announce("mailboxes");
}

function findOrganized(
  { simulation, mailboxes }: ExchangeServer,
  { organizer, eventId, subject }: OrganizersEvent,
): Meeting {
  const { person } = findOwner(simulation, organizer);
  const organized = person ? mailboxes.meetingsOf(person.id) : [];
  const meeting = organized.find(
    ({ id, content, isCancelled }) =>
      !isCancelled &&
      (eventId === undefined ? content.subject === subject : id === eventId),
  );
  if (meeting) return meeting;
  throw new ControlError(
    404,
    `${organizer} organizes no event ${eventId ?? subject ?? ""}.`,
  );
}

function recipientLimit(): ControlError {
  return new ControlError(
    409,
    "The mailbox has reached its limit of recipients for a day.",
  );
}
