import type { ExchangeServer } from "../outlook/exchange-server.ts";
import type { Meeting } from "../outlook/meeting.ts";
import type { Join, Session } from "./hold-session.ts";

const minuteMs = 60_000;

/**
 * What mostly happens, for whoever wants to see a meeting take place without saying who comes: of those who accepted all
 * but the last, of those who might every other one, one of those who had not answered, a guest and somebody who calls in.
 * It takes place when it is planned, or, where that is still to come, in the time until now.
 */
export function usualSession(
  server: ExchangeServer,
  meeting: Meeting,
): Session {
  const now = server.simulation.clock.now();
  const planned = {
    start: new Date(meeting.content.startsAt),
    end: new Date(meeting.content.endsAt),
  };
  const length = Math.min(
    planned.end.getTime() - planned.start.getTime(),
    120 * minuteMs,
  );
  const endedAt = planned.end <= now ? planned.end : now;
  const startedAt = new Date(endedAt.getTime() - length);
  const people = whoComes(server, meeting);
  const joins = people.map((who, n): Join => ({
    who,
    role: null,
    intervals: intervalsOf({ n, startedAt, length }),
  }));
  return { startedAt, endedAt, joins, viewOnly: 0 };
}

function whoComes(server: ExchangeServer, meeting: Meeting): Join["who"][] {
  const { directory } = server.simulation;
  const answered = (response: string) =>
    meeting.attendees
      .filter((attendee) => attendee.response === response)
      .flatMap(({ address }) => directory.personByAddress(address) ?? []);
  const accepted = answered("accepted");
  const came = [
    ...accepted.slice(0, Math.max(accepted.length - 1, 1)),
    ...answered("tentativelyAccepted").filter((_, n) => n % 2 === 0),
    ...answered("none").slice(0, 1),
  ];
  return [
    ...came.map(({ id, displayName, mail }) => ({
      kind: "person" as const,
      id,
      name: displayName,
      address: mail,
    })),
    {
      kind: "guest",
      name: "Sam Rivera",
      address: "sam.rivera@fabrikam.com",
    },
    { kind: "phone", number: "+14255550123" },
  ];
}

/** Each a little later than the one before; every third leaves in between. */
function intervalsOf(given: {
  n: number;
  startedAt: Date;
  length: number;
}): Join["intervals"] {
  const at = (share: number) =>
    new Date(given.startedAt.getTime() + Math.round(given.length * share));
  const joinedAt = at((given.n % 10) / 50);
  return given.n % 3 === 2
    ? [
        { joinedAt, leftAt: at(0.4) },
        { joinedAt: at(0.6), leftAt: at(0.95) },
      ]
    : [{ joinedAt, leftAt: at(1) }];
}
