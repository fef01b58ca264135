import type { Simulation } from "../simulation.ts";
import type { Table } from "../store/store.ts";

/** Graph: attendanceRecord resource type, role. */
export type AttendanceRole = "None" | "Attendee" | "Presenter" | "Organizer";

/** Somebody in a Teams meeting, as Teams knows them. */
export type Participant =
  | { kind: "person"; personId: string; name: string; address: string }
  /** Signed in at another organization, or a guest of this one. */
  | {
      kind: "guest";
      id: string;
      tenantId: string;
      name: string;
      address: string;
    }
  /** Called in; the number in E.164. */
  | { kind: "phone"; number: string }
  /** Joined without an account, by a name of their choice. */
  | { kind: "anonymous"; visitorId: string; name: string };

/** Who was there, and when. Intervals may overlap: two devices of one person. */
export interface Presence {
  recordId: string;
  participant: Participant;
  role: AttendanceRole;
  intervals: { joinedAt: string; leftAt: string }[];
}

/**
 * A Teams meeting from the first who joins to the last who leaves. Who starts the meeting again begins another session,
 * with a report of its own (Graph: List meetingAttendanceReports).
 */
export interface HeldSession {
  reportId: string;
  threadId: string;
  /** "0" but in a channel, where meetings share a thread. */
  messageId: string;
  startedAt: string;
  endedAt: string;
  presences: Presence[];
  /** How many watched without being listed, since the meeting was full (Teams: view-only meeting experience). */
  viewOnly: number;
  /** When the report is there; null: none is made. */
  reportAt: string | null;
}

export function heldSessions(
  simulation: Pick<Simulation, "store">,
): Table<HeldSession> {
  return simulation.store.table<HeldSession>("heldSessions");
}

/** Everybody counts once, on however many devices. */
export function countParticipants({
  presences,
  viewOnly,
}: HeldSession): number {
  const keys = presences.map(({ participant }) => participantKey(participant));
  return new Set(keys).size + viewOnly;
}

function participantKey(participant: Participant): string {
  switch (participant.kind) {
    case "person":
      return participant.personId;
    case "guest":
      return participant.id;
    case "phone":
      return participant.number;
    case "anonymous":
      return participant.visitorId;
  }
}
