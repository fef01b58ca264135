import { randomUUID } from "node:crypto";
import fc from "fast-check";
import Papa from "papaparse";
import pg from "pg";
import {
  answerBeforeSchema,
  attendanceSchema,
  type AnswerBefore,
  type Attendance,
  type AttendanceFilter,
  type AttendancePeople,
  type AttendancePerson,
} from "../../bot/contract/attendance.ts";
import type { EventDetail } from "../../bot/contract/events.ts";
import {
  answerBeforeLabel,
  attendanceBars,
  cameSentence,
  stayOf,
} from "../../tab/src/events/page/attendance/attendance-words.ts";
import {
  minutesAgo,
  openPastEvents,
  type PastEvents,
} from "../harness/past-events.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

const adele = "AdeleV@contoso.com";
const lidia = "LidiaH@contoso.com";
const lynne = "LynneR@contoso.com";
const miriam = "MiriamG@contoso.com";
const emily = "EmilyB@contoso.com";
/** Not invited. */
const lee = "LeeG@contoso.com";

/** What every way of telling who came is brought down to. */
interface Numbers {
  came: number;
  inMeeting: number;
  inRoom: number;
  cameWithoutAnswer: number;
  didNotCome: number;
  averageMinutes: number | null;
  /** Those who came, and those who did not, by label. */
  byAnswer: Record<string, [number, number]>;
}

/** One person, as each list tells of them. */
interface Line {
  answer: string;
  inMeeting: boolean;
  inRoom: boolean;
  minutes: number | null;
}

/** Counts a list, in another way than the product does. */
function countLines(lines: readonly Line[]): Numbers {
  const numbers: Numbers = {
    came: 0,
    inMeeting: 0,
    inRoom: 0,
    cameWithoutAnswer: 0,
    didNotCome: 0,
    averageMinutes: null,
    byAnswer: {},
  };
  let minutes = 0;
  for (const line of lines) {
    const came = line.inMeeting || line.inRoom;
    const bar = (numbers.byAnswer[line.answer] ??= [0, 0]);
    bar[came ? 0 : 1] += 1;
    if (came) numbers.came += 1;
    if (line.inMeeting) numbers.inMeeting += 1;
    if (line.inRoom) numbers.inRoom += 1;
    if (came && !["Going", "Maybe"].includes(line.answer))
      numbers.cameWithoutAnswer += 1;
    if (!came && line.answer === "Going") numbers.didNotCome += 1;
    minutes += line.minutes ?? 0;
  }
  if (numbers.inMeeting > 0)
    numbers.averageMinutes = Math.round(minutes / numbers.inMeeting);
  return numbers;
}

/** The sentence that a page with these numbers says. */
function sentenceOf(numbers: Numbers): string {
  const said = (count: number) => count.toLocaleString("en");
  const some = (count: number) =>
    count === 1 ? "1 person" : `${said(count)} people`;
  const part = (label: string, words: string) => {
    const [came, stayed] = numbers.byAnswer[label] ?? [0, 0];
    return came === 0
      ? []
      : [`${said(came)} of ${said(came + stayed)} ${words}`];
  };
  const parts = [
    ...part("Going", "who had accepted"),
    ...part("Maybe", "who had answered “maybe”"),
    ...(numbers.cameWithoutAnswer === 0
      ? []
      : [`${said(numbers.cameWithoutAnswer)} without an RSVP`]),
  ];
  const both = numbers.inMeeting + numbers.inRoom - numbers.came;
  const was = numbers.inMeeting === 1 ? "was" : "were";
  const sentences = [
    `${some(numbers.came)} came: ${new Intl.ListFormat("en-GB").format(parts)}.`,
    ...(numbers.didNotCome === 0
      ? []
      : [`${said(numbers.didNotCome)} who had accepted did not come.`]),
    ...(numbers.inMeeting === 0 || numbers.inRoom === 0
      ? []
      : [
          `${said(numbers.inMeeting)} ${was} in the Teams meeting and ${said(numbers.inRoom)} in the room${both > 0 ? `, ${said(both)} of them in both` : ""}.`,
        ]),
    ...(numbers.averageMinutes === null
      ? []
      : [
          `${said(numbers.averageMinutes)} ${numbers.averageMinutes === 1 ? "minute" : "minutes"} in the Teams meeting on average.`,
        ]),
  ];
  return sentences.join(" ");
}

describe("the numbers of who came", () => {
  let world: World;
  let past: PastEvents;
  let database: pg.Client;
  let groupId: string;
  beforeAll(async () => {
    world = await openWorld();
    await world.connectAccount();
    groupId = await world.groupId("Women at Contoso", people.lead);
    past = await openPastEvents(world);
    database = new pg.Client(world.database.connectionString);
    await database.connect();
  });
  afterAll(async () => {
    await database.end();
    await past.close();
    await world.close();
  });

  const lead = () => world.as(people.lead);
  const schedule = async (title: string, addresses: string[]) => {
    const { body } = await lead().send<EventDetail>(
      "POST",
      "/api/events",
      lunch(groupId, { title, audience: { group: false, addresses } }),
    );
    await waitFor(
      "the event to be in Outlook",
      async () => (await lead().event(body.id)).status === "scheduled",
    );
    return body.id;
  };
  const post = async (id: string, method: string, body: unknown) => {
    const { status } = await lead().send(
      method,
      `/api/events/${id}/attendance/room`,
      body,
    );
    expect(status).toBe(200);
  };

  /** The whole list, page after page. */
  const listed = async (id: string, filter: AttendanceFilter = "all") => {
    const found: AttendancePerson[] = [];
    let cursor: string | null = "";
    let total = 0;
    while (cursor !== null) {
      const page: AttendancePeople = await past.people(
        id,
        lead(),
        `?filter=${filter}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      found.push(...page.people);
      ({ total, nextCursor: cursor } = page);
    }
    expect(found).toHaveLength(total);
    return found;
  };
  /** The file's lines, without their head. */
  const downloaded = async (id: string): Promise<string[][]> => {
    const response = await fetch(
      `${world.product().url}/api/events/${id}/attendance.csv`,
      {
        headers: {
          Authorization: `Bearer ${await world.simulator.ssoToken(people.lead)}`,
        },
      },
    );
    const { data } = Papa.parse<string[]>(await response.text(), {
      delimiter: ",",
      skipEmptyLines: true,
    });
    return data.slice(1);
  };

  /** Everything that tells how many came tells these numbers. */
  async function expectNumbers(id: string, numbers: Numbers): Promise<void> {
    // API
    const { body } = await lead().send("GET", `/api/events/${id}/attendance`);
    const attendance: Attendance = attendanceSchema.parse(body);
    const { counts, forLeads } = attendance;
    const breakdown = counts?.breakdown;
    if (!counts || !breakdown) throw new Error("The lead is told no numbers.");
    const { byAnswer, ...told } = breakdown;
    expect({
      ...told,
      came: counts.came,
      byAnswer: Object.fromEntries(
        byAnswer.map(({ answer, came, didNotCome }) => [
          answerBeforeLabel(answer),
          [came, didNotCome],
        ]),
      ),
    }).toEqual(numbers);

    // What is kept for lists and insights
    const { rows } = await database.query(
      "select came, in_meeting, in_room, came_without_answer, did_not_come from attendance_totals where event_id = $1",
      [id],
    );
    expect(rows).toEqual([
      {
        came: numbers.came,
        in_meeting: numbers.inMeeting,
        in_room: numbers.inRoom,
        came_without_answer: numbers.cameWithoutAnswer,
        did_not_come: numbers.didNotCome,
      },
    ]);

    // The list of past events: leads are told, others from so many on that nobody is told apart
    const smallestBreakdown = 5;
    for (const [person, came] of [
      [people.lead, numbers.came],
      [emily, numbers.came < smallestBreakdown ? null : numbers.came],
    ] as const) {
      const { events } = await world.as(person).events("?when=past&limit=100");
      expect(events.find((event) => event.id === id)?.came).toBe(came);
    }

    // List, and the table made of it
    const list = await listed(id);
    const reader = { locale: "en-GB", timeZone: "Europe/London" };
    const table = list.map((person) => {
      const stay = stayOf(person, minutesAgo(120), reader);
      return {
        answer: answerBeforeLabel(person.answer),
        inMeeting: stay !== null,
        inRoom: person.inRoom,
        minutes: stay && Number(stay.minutes.replaceAll(",", "")),
      };
    });
    expect(countLines(table)).toEqual(numbers);
    const sizes = await Promise.all(
      (["came", "cameWithoutAnswer", "didNotCome"] as const).map(
        async (filter) => (await listed(id, filter)).length,
      ),
    );
    expect(sizes).toEqual([
      numbers.came,
      numbers.cameWithoutAnswer,
      numbers.didNotCome,
    ]);

    // File: the same people in the same order
    const file = await downloaded(id);
    const lines = file.map(
      ([, , answer = "", inMeeting, , , minutes, inRoom]) => ({
        answer,
        inMeeting: inMeeting === "Yes",
        inRoom: inRoom === "Yes",
        minutes: minutes ? Number(minutes) : null,
      }),
    );
    expect(countLines(lines)).toEqual(numbers);
    expect(lines).toEqual(table);
    expect(
      file.map(([, , , , joined, left]) => [instant(joined), instant(left)]),
    ).toEqual(
      list.map(({ inMeeting }) => [
        instant(inMeeting?.firstJoinAt),
        instant(inMeeting?.lastLeaveAt),
      ]),
    );

    // Sentence and chart
    expect(cameSentence(counts)).toBe(sentenceOf(numbers));
    const bars = attendanceBars(breakdown).map(
      ({ label, came, didNotCome }) => [label, [came, didNotCome]],
    );
    expect(Object.fromEntries(bars)).toEqual(numbers.byAnswer);

    // What is said to thank them
    expect(forLeads?.thanks).toMatchObject({
      count: numbers.came < 5 ? null : numbers.came,
    });
  }
  /** To the second, as the file has it. */
  const instant = (at: string | undefined) =>
    at ? Math.floor(Date.parse(at) / 1000) : null;

  it("agree in API, list, table, file, sentence and chart", async () => {
    const title = "Hybrid lunch";
    const id = await schedule(title, [adele, lidia, lynne, miriam, emily]);
    for (const [person, answer] of [
      [adele, "accepted"],
      [lidia, "accepted"],
      [lynne, "tentative"],
      [miriam, "declined"],
    ])
      await world
        .as(person ?? "")
        .send("PUT", `/api/events/${id}/response`, { answer });
    world.simulator.holdMeeting({
      subject: title,
      reportAfterSeconds: 0,
      sessions: [
        {
          startedAt: minutesAgo(120),
          endedAt: minutesAgo(90),
          joins: [
            { person: people.organizer },
            { person: adele },
            { person: lynne },
            { person: lee },
            { phone: { number: "+14255550123" } },
          ],
        },
        {
          startedAt: minutesAgo(80),
          endedAt: minutesAgo(60),
          joins: [{ person: adele }, { anonymous: { name: "Jo; =1+1" } }],
        },
      ],
    });
    await past.letBeOver(id);
    await past.lookNow();
    await past.until(id, lead(), ({ state }) => state === "read");
    const { rows } = await database.query(
      `select came, counted_at = found_at as with_the_look
       from attendance_totals join attendance_readings using (event_id) where event_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ came: 5, with_the_look: true }]);
    const keyOf = async (name: string) =>
      (await listed(id)).find(({ displayName }) => displayName === name)?.key;
    // Adele was in both places; Miriam, who had declined, in the room alone.
    for (const name of ["Adele Vance", "Miriam Graham", "+1425*****23"])
      await post(id, "PUT", { key: await keyOf(name), inRoom: true });
    await post(id, "POST", { displayName: "Sam", address: null });
    await expectNumbers(id, {
      came: 7,
      inMeeting: 5,
      inRoom: 4,
      // Miriam, Lee, the caller, Jo and Sam.
      cameWithoutAnswer: 5,
      didNotCome: 1,
      // 50, 30, 30, 30 and 20.
      averageMinutes: 32,
      byAnswer: {
        Going: [1, 1],
        Maybe: [1, 0],
        "Can't go": [1, 0],
        "Not answered": [0, 1],
        "Not invited": [4, 0],
      },
    });
    // Who may see no names reads no other number.
    const asMember = attendanceSchema.parse(
      (await world.as(adele).send("GET", `/api/events/${id}/attendance`)).body,
    );
    expect(asMember.counts).toEqual({ came: 7, breakdown: null });
  });

  it("agree for hundreds of people, whoever they are", async () => {
    const id = await schedule("Many", [adele]);
    await past.letBeOver(id);
    // As after the last look: otherwise the regular search may begin the first one, of which nothing is shown.
    await database.query(
      `insert into attendance_readings (event_id, for_end, join_url, found_at)
       select id, ends_at, join_url, now() from scheduled_events where id = $1
       on conflict (event_id) do update set found_at = now(), next_try_at = null`,
      [id],
    );
    await database.query("delete from attendees where event_id = $1", [id]);
    const drawn = drawPeople(450);
    await storePeople(id, drawn);
    await expectNumbers(id, countLines(drawn.map(lineOf)));
  });

  interface Drawn {
    answer: AnswerBefore;
    /** Minutes of one stay each. */
    stays: number[];
    inRoom: boolean;
  }
  const drawPeople = (count: number): Drawn[] =>
    fc
      .sample(
        fc.record({
          answer: fc.constantFrom(...answerBeforeSchema.options),
          stays: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 2 }),
          inRoom: fc.boolean(),
        }),
        { numRuns: count, seed: 20_311_201 },
      )
      // Somebody who was not invited and did not come is nobody.
      .map((one) =>
        one.answer === "notInvited" && one.stays.length === 0
          ? { ...one, inRoom: true }
          : one,
      );
  const lineOf = ({ answer, stays, inRoom }: Drawn): Line => ({
    answer: answerBeforeLabel(answer),
    inMeeting: stays.length > 0,
    inRoom,
    minutes:
      stays.length > 0 ? stays.reduce((sum, stay) => sum + stay, 0) : null,
  });

  /** As reports, answers and ticks leave them; each stay in a session of its own, one after the other. */
  async function storePeople(id: string, drawn: readonly Drawn[]) {
    await database.query(
      `insert into attendance_sessions (event_id, report_id, started_at, ended_at, participants, listed)
       select $1, 'r' || n, now() - interval '2 hours', now() - interval '1 hour', 450, 450 from generate_series(0, 1) n`,
      [id],
    );
    for (const [n, person] of drawn.entries()) {
      const address = `person${n}@contoso.com`;
      const attendeeId = person.answer === "notInvited" ? null : randomUUID();
      if (attendeeId)
        await database.query(
          `insert into attendees (id, event_id, address, display_name, source, answer, answered_at, answered_in)
           values ($1, $2, $3, $4, 'audience', $5, case when $5 <> 'none' then now() end, case when $5 <> 'none' then 'tab' end)`,
          [attendeeId, id, address, `Person ${n}`, person.answer],
        );
      for (const [session, minutes] of person.stays.entries())
        await database.query(
          `insert into attendance_visits (event_id, report_id, n, address, display_name, kind, seconds, first_join_at, last_leave_at, stays)
           select $1, $2, $3, $4, $5, 'guest', $6 * 60, at, at + make_interval(mins => $6),
             json_build_array(json_build_object('from', at, 'until', at + make_interval(mins => $6)))
           from (select date_trunc('second', now()) - make_interval(mins => 120 - $7 * 31) as at) begun`,
          [id, `r${session}`, n, address, `Person ${n}`, minutes, session],
        );
      if (person.inRoom)
        await database.query(
          "insert into room_attendance (id, event_id, attendee_id, address, display_name, ticked_by, ticked_by_name, ticked_at) values ($1, $2, $3, $4, $5, 'o', 'Megan', now())",
          [randomUUID(), id, attendeeId, address, `Person ${n}`],
        );
    }
  }
});
