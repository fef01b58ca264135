import type { ExchangeServer } from "../outlook/exchange-server.ts";
import {
  viewCopy,
  viewMailbox,
  type EventView,
  type MailboxView,
} from "../outlook/mailbox-view.ts";
import {
  respondToMeeting,
  type GivenResponse,
} from "../outlook/respond-to-meeting.ts";
import type { Simulation } from "../simulation.ts";
import type { Person } from "../world/world-seed.ts";

/** Whoever a mailbox belongs to; people outside the organization have no `person`. */
export interface MailboxOwner {
  address: string;
  name: string;
  person: Person | null;
}

/** By object id, user principal name or address. */
export function findOwner(simulation: Simulation, name: string): MailboxOwner {
  const { directory } = simulation;
  const person = directory.person(name) ?? directory.personByAddress(name);
  if (!person) return { address: name, name, person: null };
  return { address: person.mail, name: person.displayName, person };
}

export function openMailbox(
  exchange: ExchangeServer,
  ownerName: string,
): MailboxView {
  return viewMailbox(exchange, findOwner(exchange.simulation, ownerName));
}

/** An answer in Outlook, for tests: throws where Outlook would show no buttons. */
export function answerAs(
  exchange: ExchangeServer,
  answer: {
    person: string;
    eventId?: string;
    subject?: string;
    response: GivenResponse;
    comment?: string;
    sendResponse?: boolean;
  },
): EventView {
  const owner = findOwner(exchange.simulation, answer.person);
  const { events } = viewMailbox(exchange, owner);
  const event = events.find(({ id, subject }) =>
    answer.eventId === undefined
      ? subject === answer.subject
      : id === answer.eventId,
  );
  if (!event) {
    const wanted = answer.eventId ?? answer.subject ?? "";
    throw new Error(`${owner.address} has no event ${wanted} in the calendar.`);
  }
  const { simulation } = exchange;
  const result = simulation.store.atomically(() =>
    respondToMeeting(exchange, {
      address: owner.address.toLowerCase(),
      meetingId: event.id,
      response: answer.response,
      ...(answer.comment === undefined ? {} : { comment: answer.comment }),
      ...(answer.sendResponse === undefined
        ? {}
        : { sendResponse: answer.sendResponse }),
    }),
  );
  if (!result.ok) {
    throw new Error(`${owner.address} cannot answer: ${result.reason}.`);
  }
  return viewCopy(exchange, result.copy, owner);
}
