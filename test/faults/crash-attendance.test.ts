import type {
  Attendance,
  AttendancePeople,
} from "../../bot/contract/attendance.ts";
import type { EventDetail } from "../../bot/contract/events.ts";
import { crashEverywhere } from "../harness/crash-everywhere.ts";
import type { CrashPoint } from "../harness/crash-lane.ts";
import { untilIdle } from "../harness/idle.ts";
import { minutesAgo, openPastEvents } from "../harness/past-events.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, people, type World } from "../harness/world.ts";

const title = "Lunch and learn";
const adele = "AdeleV@contoso.com";
const lidia = "LidiaH@contoso.com";

const lead = (world: World) => world.as(people.lead);
const eventOf = async (world: World) => {
  const [event] = (await lead(world).events("?when=past")).events;
  if (!event) throw new Error("no event");
  return event.id;
};
const hold = (world: World, person: string, from: number, until: number) =>
  world.simulator.holdMeeting({
    subject: title,
    sessions: [
      {
        startedAt: minutesAgo(from),
        endedAt: minutesAgo(until),
        joins: [
          { person },
          { guest: { name: "Sam Rivera", address: "sam@fabrikam.com" } },
          { anonymous: { name: "Jo" } },
        ],
      },
    ],
    reportAfterSeconds: 0,
  });

/** An event that two accepted and that is over, after a meeting with one session. */
async function holdEvent(world: World): Promise<void> {
  const groupId = await world.groupId("Women at Contoso", people.lead);
  const { body } = await lead(world).send<EventDetail>(
    "POST",
    "/api/events",
    lunch(groupId, {
      title,
      audience: { group: false, addresses: [adele, lidia] },
    }),
  );
  await waitFor(
    "the event to be in Outlook",
    async () => (await lead(world).event(body.id)).status === "scheduled",
  );
  for (const person of [adele, lidia])
    await world
      .as(person)
      .send("PUT", `/api/events/${body.id}/response`, { answer: "accepted" });
  await untilIdle(world);
  const past = await openPastEvents(world);
  await past.letBeOver(body.id);
  await past.close();
  hold(world, adele, 120, 80);
}

interface End {
  counts: Attendance["counts"];
  sessions: number;
  people: AttendancePeople;
}

/** Read after the end, and again after the meeting was begun once more. */
async function readTwice(world: World): Promise<End> {
  const past = await openPastEvents(world);
  try {
    const id = await eventOf(world);
    const until = (sessions: number) =>
      past.until(
        id,
        lead(world),
        (seen) => seen.sessions.length === sessions && isLater(seen.nextTryAt),
      );
    await past.lookNow();
    await until(1);
    hold(world, lidia, 70, 60);
    await past.lookAgain(id);
    const { counts, sessions } = await until(2);
    return {
      counts,
      sessions: sessions.length,
      people: await past.people(id, lead(world)),
    };
  } finally {
    await past.close();
  }
}

/** The look is through, and the next is an hour away. */
function isLater(nextTryAt: string | null): boolean {
  return nextTryAt !== null && Date.parse(nextTryAt) > Date.now() + 50 * 60_000;
}

const isOfAttendance = ({ label }: CrashPoint) =>
  /attendance_|pgboss\.job/.test(label);

/** Ids and moments are of each world. */
const withoutIds = ({ people: list, ...end }: End) => ({
  ...end,
  people: list.people.map(({ displayName, kind, answer, inMeeting }) => [
    displayName,
    kind,
    answer,
    inMeeting?.minutes ?? null,
  ]),
});

describe("kill -9 at the recorded writes of reading attendance", () => {
  it("ends in the state of the undisturbed run: everybody counted once", async () => {
    const { points, undisturbed, failures, missed } = await crashEverywhere({
      prepare: holdEvent,
      flow: readTwice,
      isOurs: isOfAttendance,
      check: (left, before) => {
        expect(withoutIds(left)).toEqual(withoutIds(before));
      },
    });
    expect(points.length).toBeGreaterThan(8);
    expect(undisturbed).toMatchObject({
      sessions: 2,
      counts: { came: 4, breakdown: { inMeeting: 4, didNotCome: 0 } },
    });
    expect(failures).toEqual([]);
    expect(missed).toEqual([]);
  }, 900_000);
});
