import { randomBytes, randomUUID } from "node:crypto";
import { optionsOf } from "../outlook/meeting-options.ts";
import type { ExchangeServer } from "../outlook/exchange-server.ts";
import type { Meeting, TeamsMeeting } from "../outlook/meeting.ts";
import { meetingPlace } from "../outlook/teams-meeting.ts";
import { deterministicGuid } from "../seed/deterministic-guid.ts";
import {
  heldSessions,
  type AttendanceRole,
  type HeldSession,
  type Participant,
} from "./held-session.ts";

/** A session that somebody says took place. */
export interface Session {
  startedAt: Date;
  endedAt: Date;
  joins: Join[];
  viewOnly: number;
}

/** Who joined; somebody who is named twice gets two records. */
export interface Join {
  who:
    | {
        kind: "person";
        /** Entra object id. */
        id: string;
        name: string;
        /** As the report tells it: it may have changed since the invitation. */
        address: string;
      }
    | { kind: "guest"; name: string; address: string }
    | { kind: "phone"; number: string }
    | { kind: "anonymous"; name: string };
  intervals: { joinedAt: Date; leftAt: Date }[];
  /** Null: what the meeting gives them. */
  role: AttendanceRole | null;
}

/** Has a session take place. @returns the id of its report, whether or not one is made */
export function holdSession(
  server: ExchangeServer,
  held: { meeting: Meeting; teamsMeeting: TeamsMeeting },
  given: Session & { reportAfterSeconds: number },
): HeldSession {
  const { simulation } = server;
  const { attendanceReports } = simulation.settings.current();
  const { threadId, messageId } = meetingPlace(held.teamsMeeting);
  const known = new Set<string>();
  const reportAt = new Date(
    given.endedAt.getTime() + given.reportAfterSeconds * 1000,
  );
  const session: HeldSession = {
    reportId: randomUUID(),
    threadId,
    messageId,
    startedAt: given.startedAt.toISOString(),
    endedAt: given.endedAt.toISOString(),
    presences: given.joins.map((join) => {
      const participant = participantOf(join.who);
      return {
        recordId: recordId(participant, known),
        participant,
        role: join.role ?? roleOf(server, held, participant),
        intervals: join.intervals.map(({ joinedAt, leftAt }) => ({
          joinedAt: joinedAt.toISOString(),
          leftAt: leftAt.toISOString(),
        })),
      };
    }),
    viewOnly: given.viewOnly,
    reportAt: attendanceReports === "on" ? reportAt.toISOString() : null,
  };
  heldSessions(simulation).put(session.reportId, session);
  return session;
}

function participantOf(who: Join["who"]): Participant {
  switch (who.kind) {
    case "person":
      return {
        kind: "person",
        personId: who.id,
        name: who.name,
        address: who.address,
      };
    case "guest": {
      // The same guest is the same in each meeting.
      const name = who.address.toLowerCase();
      return {
        ...who,
        id: deterministicGuid(`guest:${name}`),
        tenantId: deterministicGuid(`tenant:${name.replace(/^.*@/, "")}`),
      };
    }
    case "phone":
      return who;
    case "anonymous":
      return { ...who, visitorId: randomBytes(16).toString("hex") };
  }
}

/** Replies that others have published give people's records their object id; a second record needs another one. */
function recordId(participant: Participant, known: Set<string>): string {
  const own =
    participant.kind === "person"
      ? participant.personId
      : participant.kind === "guest"
        ? participant.id
        : randomUUID();
  const id = known.has(own) ? randomUUID() : own;
  known.add(id);
  return id;
}

/** Graph: attendanceRecord resource type knows no co-organizers; that they come as presenters is inferred. */
function roleOf(
  server: ExchangeServer,
  held: { meeting: Meeting; teamsMeeting: TeamsMeeting },
  participant: Participant,
): AttendanceRole {
  if (participant.kind !== "person") return "Attendee";
  if (participant.personId === held.meeting.organizerId) return "Organizer";
  const options = optionsOf(server, held.teamsMeeting);
  const isCoorganizer = options.attendees?.some(
    ({ personId, role }) =>
      personId === participant.personId && role === "coorganizer",
  );
  return isCoorganizer || options.allowedPresenters === "everyone"
    ? "Presenter"
    : "Attendee";
}
