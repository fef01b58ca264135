import type { Attendance } from "../../../bot/contract/attendance.ts";
import type { EventDetail } from "../../../bot/contract/events.ts";
import { attendanceOf, peopleWhoCame } from "../../harness/attendance.ts";
import { untilIdle } from "../../harness/idle.ts";
import { openPastEvents } from "../../harness/past-events.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { lunch, people, type World } from "../../harness/world.ts";
import type { MatrixFlow } from "./matrix-flow.ts";

const title = "Lunch that is over";
const member = "AdeleV@contoso.com";
const patienceMs = 100_000;

interface End {
  sessions: Attendance["sessions"];
  counts: Attendance["counts"];
  unlisted: number;
  came: unknown[];
}

/** A Teams meeting of two sessions is over: who came is read, page by page. */
export const attendanceLife: MatrixFlow<End> = {
  name: "attendance",
  connected: true,
  prepare: holdMeeting,
  run: readAttendance,
  allowances: (_, { end }) => ({ bounds: [], withoutThem: end }),
};

async function holdMeeting(world: World): Promise<void> {
  const { simulator } = world;
  const lead = world.as(people.lead);
  const groupId = await world.groupId("Women at Contoso", people.lead);
  const { body } = await lead.send<EventDetail>(
    "POST",
    "/api/events",
    lunch(groupId, {
      title,
      audience: { group: false, addresses: [member, "lidiah@contoso.com"] },
    }),
  );
  await waitFor("the invitations", async () => {
    const { status, meeting } = await lead.event(body.id);
    return status === "scheduled" && meeting.forLeads?.state === "ready";
  });
  await untilIdle(world);
  simulator.changeSettings({ attendanceRecordsPage: 2 });
  const past = await openPastEvents(world);
  await past.letBeOver(body.id);
  await past.close();
  const startsAt = Date.now() - 120 * 60_000;
  const at = (minutes: number) => new Date(startsAt + minutes * 60_000);
  const joins = [
    { person: member },
    { guest: { name: "Sam Rivera", address: "sam.rivera@fabrikam.com" } },
    { phone: { number: "+14255550123" } },
  ];
  simulator.holdMeeting({
    subject: title,
    sessions: [
      { startedAt: at(0), endedAt: at(30), joins, viewOnly: 2 },
      { startedAt: at(35), endedAt: at(50), joins: joins.slice(0, 1) },
    ],
  });
}

async function readAttendance(world: World): Promise<End> {
  const lead = world.as(people.lead);
  const event = await waitFor(
    "the event",
    async () => (await lead.events("?when=past")).events[0],
    patienceMs,
  );
  const past = await openPastEvents(world);
  await past.lookNow();
  await past.close();
  const read = await waitFor(
    "both sessions",
    async () => {
      const seen = await attendanceOf(lead, event.id);
      return seen.sessions.length === 2 && seen;
    },
    patienceMs,
  );
  await untilIdle(world, patienceMs);
  const came = await peopleWhoCame(lead, event.id);
  const startsAt = Date.parse(read.sessions[0]?.startedAt ?? "");
  const minutes = (at: string) => (Date.parse(at) - startsAt) / 60_000;
  return {
    sessions: read.sessions.map(({ startedAt, endedAt }) => ({
      startedAt: String(minutes(startedAt)),
      endedAt: String(minutes(endedAt)),
    })),
    counts: read.counts,
    unlisted: read.unlisted,
    came: came.map(({ displayName, address, kind, answer, inMeeting }) => ({
      displayName,
      address,
      kind,
      answer,
      inMeeting: inMeeting && {
        from: minutes(inMeeting.firstJoinAt),
        to: minutes(inMeeting.lastLeaveAt),
        minutes: inMeeting.minutes,
      },
    })),
  };
}
