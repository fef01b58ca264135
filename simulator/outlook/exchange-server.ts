import { randomBytes } from "node:crypto";
import type { Simulation } from "../simulation.ts";
import type { Person } from "../world/world-seed.ts";
import type { Mailboxes } from "./mailboxes.ts";
import type { Meeting } from "./meeting.ts";

/** What subscribers to a calendar are told. */
export interface CalendarChange {
  ownerId: string;
  meetingId: string;
  changeType: "created" | "updated" | "deleted";
  revision: number;
}

/** What the use cases of Exchange work on. */
export interface ExchangeServer {
  simulation: Simulation;
  mailboxes: Mailboxes;
  notify(change: CalendarChange): void;
}

export function organizerOf(server: ExchangeServer, meeting: Meeting): Person {
  const person = server.simulation.directory.person(meeting.organizerId);
  if (!person) throw new Error("An organizer does not leave the organization.");
  return person;
}

export function newItemId(): string {
  return randomBytes(18).toString("base64url");
}

export function notifyOf(
  server: ExchangeServer,
  meeting: Meeting,
  changeType: CalendarChange["changeType"],
): void {
  server.notify({
    ownerId: meeting.organizerId,
    meetingId: meeting.id,
    changeType,
    revision: meeting.revision,
  });
}
