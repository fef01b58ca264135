import { holdSession, type Join } from "../attendance/hold-session.ts";
import type { HeldSession } from "../attendance/held-session.ts";
import { expireReports } from "../attendance/reports.ts";
import { usualSession } from "../attendance/usual-session.ts";
import { heldOnline } from "../graph/held-online.ts";
import type { HeldOnline } from "../graph/online-meeting-resource.ts";
import type { ExchangeServer } from "../outlook/exchange-server.ts";
import { ControlError } from "./control-error.ts";
import { requirePerson } from "./conversation-desk.ts";
import type { HeldMeeting, HeldJoin } from "./held-meeting.ts";

/** A Teams meeting by its link, its event's id, or the newest of the service account's events with a subject. */
export interface MeetingName {
  joinUrl?: string | undefined;
  eventId?: string | undefined;
  subject?: string | undefined;
}

/** @throws {ControlError} where nobody could have been there */
export function holdMeeting(
  exchange: ExchangeServer,
  given: HeldMeeting,
): HeldSession[] {
  const { simulation } = exchange;
  const held = findHeld(exchange, given);
  const { attendanceDelaySeconds } = simulation.settings.current();
  const reportAfterSeconds = given.reportAfterSeconds ?? attendanceDelaySeconds;
  const sessions = given.sessions?.map((session) => {
    if (session.endedAt <= session.startedAt)
      throw new ControlError(400, "A session ends after it starts.");
    return {
      startedAt: session.startedAt,
      endedAt: session.endedAt,
      viewOnly: session.viewOnly,
      joins: session.joins.map((join) => joinOf(exchange, session, join)),
    };
  }) ?? [usualSession(exchange, held.meeting)];
  const made = simulation.store.atomically(() =>
    sessions.map((session) =>
      holdSession(exchange, held, { ...session, reportAfterSeconds }),
    ),
  );
  simulation.changes.announce("mailboxes");
  return made;
}

export function expireMeeting(
  exchange: ExchangeServer,
  name: MeetingName,
): void {
  expireReports(exchange.simulation, findHeld(exchange, name).teamsMeeting);
}

function joinOf(
  { simulation }: ExchangeServer,
  session: { startedAt: Date; endedAt: Date },
  join: HeldJoin,
): Join {
  const intervals = join.intervals ?? [
    { joinedAt: session.startedAt, leftAt: session.endedAt },
  ];
  const isPossible = intervals.every(
    ({ joinedAt, leftAt }) => leftAt >= joinedAt,
  );
  if (!isPossible || intervals.length === 0)
    throw new ControlError(400, "Nobody leaves before they join.");
  return {
    who: whoOf(simulation, join),
    role: join.role ?? null,
    intervals,
  };
}

function whoOf(
  simulation: ExchangeServer["simulation"],
  join: HeldJoin,
): Join["who"] {
  if (join.person !== undefined) {
    const { id, displayName, mail } = requirePerson(simulation, join.person);
    return {
      kind: "person",
      id,
      name: displayName,
      address: join.address ?? mail,
    };
  }
  if (join.guest) return { kind: "guest", ...join.guest };
  if (join.phone) return { kind: "phone", ...join.phone };
  if (join.anonymous) return { kind: "anonymous", ...join.anonymous };
  throw new ControlError(400, "Say who joins.");
}

function findHeld(
  exchange: ExchangeServer,
  { joinUrl, eventId, subject }: MeetingName,
): HeldOnline {
  const { directory } = exchange.simulation;
  const organizers =
    joinUrl === undefined && eventId === undefined
      ? [directory.serviceAccount?.id ?? ""]
      : directory.people.map(({ id }) => id);
  const found = organizers
    .flatMap((id) => heldOnline(exchange, id))
    .findLast(({ meeting, teamsMeeting }) => {
      if (joinUrl !== undefined) return teamsMeeting.joinUrl === joinUrl;
      if (eventId !== undefined) return meeting.id === eventId;
      return meeting.content.subject === subject;
    });
  if (found) return found;
  throw new ControlError(
    404,
    `There is no Teams meeting ${joinUrl ?? eventId ?? `“${subject ?? ""}”`}.`,
  );
}
