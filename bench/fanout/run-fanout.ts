import type { EventChange } from "../../bot/contract/event-content.ts";
import type { EventDetail } from "../../bot/contract/events.ts";
import { untilIdle } from "../../test/harness/idle.ts";
import { lunch } from "../../test/harness/world.ts";
import { waitFor } from "../../test/harness/wait-for.ts";
import type { Api } from "../../test/harness/api.ts";
import { readMemory, type Memory } from "../rsvp/heap.ts";
import { idealFanoutMs } from "./ideal-fanout.ts";
import { measureSdkAlone } from "./measure-sdk-alone.ts";
import {
  graphInBench,
  openFanoutWorld,
  slowDown,
  type FanoutWorld,
} from "./open-fanout-world.ts";

/** Who may have four requests in flight; see graph/lane/lane-rules.ts. */
const width = 4;
const peoplePerEvent = 2;
const patienceMs = 600_000;

export interface FanoutSize {
  creates: number;
  updates: number;
  cancels: number;
}

export interface FanoutResult {
  callsPerSecond: number;
  idealCallsPerSecond: number;
  calls: number;
  seconds: number;
  /** How long a call takes one of the places where nothing but the call is done; see `measureSdkAlone`. */
  callMs: number;
  mostInFlight: number;
  before: Memory;
  after: Memory;
}

/**
 * Has leads schedule, change and cancel events all at once, and measures until Outlook has done the last of it.
 * @throws when anybody got a mail that was not meant, or not one that was
 */
export async function runFanout(
  size: FanoutSize,
  processes: number,
): Promise<FanoutResult> {
  await using opened = new AsyncDisposableStack();
  const fanout = await openFanoutWorld(opened, processes);
  const { world, wire } = fanout;
  const expected = new Map<string, string[]>();
  const titles = (name: string, count: number) =>
    Array.from({ length: count }, (_, n) => `${name} ${n}.`);
  const standing = await scheduleAll(fanout, [
    ...titles("Changed", size.updates),
    ...titles("Cancelled", size.cancels),
  ]);
  await untilIdle(world, patienceMs);
  const before = await readMemory(world);
  for (const { title } of standing)
    expected.set(title, [
      title.startsWith("Changed") ? "update" : "cancellation",
      "invitation",
    ]);

  wire.begin();
  const from = performance.now();
  const work = [
    ...titles("Created", size.creates).map((title, n) => {
      expected.set(title, ["invitation"]);
      return (lead: Api) => schedule(fanout, lead, { title, n });
    }),
    ...standing.map(
      (event) => (lead: Api) =>
        event.title.startsWith("Changed")
          ? change(lead, event)
          : cancel(lead, event),
    ),
  ];
  await inTurns(fanout.leads, shuffled(work));
  await waitFor(
    "everything to be in Outlook",
    () => wire.effects.length >= work.length,
    patienceMs,
  );
  const until = wire.effects[work.length - 1] ?? 0;
  // Reads of our own changes, which go on behind: they took places, too.
  const served = wire.calls.filter(({ at }) => at < until);
  wire.end();
  await untilIdle(world, patienceMs);
  const after = await readMemory(world);
  checkMails(fanout, expected);
  const load = world.simulator.mailboxLoad();
  if (load.refused > 0)
    throw new Error(`Graph had to refuse ${load.refused} requests.`);
  const seconds = (until - from) / 1_000;
  slowDown(world);
  const callMs = await measureSdkAlone(world, {
    width,
    attendees: peopleOf(fanout, 0),
  });
  const ideal =
    idealFanoutMs(served, { ...graphInBench, callMs, width }) / 1_000;
  return {
    callsPerSecond: served.length / seconds,
    idealCallsPerSecond: served.length / ideal,
    calls: served.length,
    seconds,
    callMs,
    mostInFlight: load.mostInFlight,
    before,
    after,
  };
}

function peopleOf({ employees }: FanoutWorld, n: number): string[] {
  return Array.from(
    { length: peoplePerEvent },
    (_, k) => employees[(n * peoplePerEvent + k) % employees.length] ?? "",
  );
}

async function schedule(
  fanout: FanoutWorld,
  lead: Api,
  given: { title: string; n: number },
): Promise<EventDetail> {
  const { status, body } = await lead.send<EventDetail>(
    "POST",
    "/api/events",
    lunch(fanout.groupId, {
      title: given.title,
      audience: { group: false, addresses: peopleOf(fanout, given.n) },
    }),
  );
  if (status !== 201) throw new Error(`Not scheduled: ${JSON.stringify(body)}`);
  return body;
}

async function scheduleAll(
  fanout: FanoutWorld,
  titles: readonly string[],
): Promise<EventDetail[]> {
  const events: EventDetail[] = [];
  await inTurns(
    fanout.leads,
    titles.map((title, n) => async (lead: Api) => {
      events.push(await schedule(fanout, lead, { title, n }));
    }),
  );
  return events;
}

async function change(lead: Api, event: EventDetail): Promise<void> {
  const wanted: EventChange = {
    ...pick(event),
    location: "Room 5",
  };
  const { status, body } = await lead.send(
    "PUT",
    `/api/events/${event.id}`,
    wanted,
    { "If-Match": `"${event.version}"` },
  );
  if (status !== 200) throw new Error(`Not changed: ${JSON.stringify(body)}`);
}

function pick(event: EventDetail): EventChange {
  const { groupId: _, ...fields } = lunch(event.group.id, {
    title: event.title,
    audience: event.audience ?? { group: false, addresses: [] },
  });
  return fields;
}

async function cancel(lead: Api, event: EventDetail): Promise<void> {
  const { status, body } = await lead.send(
    "POST",
    `/api/events/${event.id}/cancel`,
    { message: "" },
    { "If-Match": `"${event.version}"` },
  );
  if (status !== 200) throw new Error(`Not cancelled: ${JSON.stringify(body)}`);
}

/** Leads work side by side, a few at each backend. */
async function inTurns(
  leads: readonly Api[],
  work: readonly ((lead: Api) => Promise<unknown>)[],
): Promise<void> {
  const waiting = [...work];
  await Promise.all(
    [...leads, ...leads, ...leads].map(async (lead) => {
      for (let next = waiting.shift(); next; next = waiting.shift())
        await next(lead);
    }),
  );
}

/** The same order in every run. */
function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item, n) => ({ item, place: (n * 7919) % items.length }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** Everybody has exactly the mails that were meant for them. */
function checkMails(
  { world, employees }: FanoutWorld,
  expected: ReadonlyMap<string, string[]>,
): void {
  const got = new Map<string, string[][]>();
  for (const person of employees) {
    const bySubject = new Map<string, string[]>();
    for (const { kind, subject } of world.simulator.mailbox(person).mails) {
      const title = [...subject.matchAll(/\w+ \d+\./g)].at(-1)?.[0] ?? subject;
      bySubject.set(title, [...(bySubject.get(title) ?? []), kind]);
    }
    for (const [title, kinds] of bySubject)
      got.set(title, [...(got.get(title) ?? []), kinds.toSorted()]);
  }
  for (const [title, kinds] of expected) {
    const meant = Array.from({ length: peoplePerEvent }, () =>
      kinds.toSorted(),
    );
    if (JSON.stringify(got.get(title)) !== JSON.stringify(meant))
      throw new Error(
        `Mails of “${title}”: ${JSON.stringify(got.get(title))} instead of ${JSON.stringify(meant)}`,
      );
  }
  if (got.size !== expected.size)
    throw new Error("Somebody got a mail of something else.");
}
