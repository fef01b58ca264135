import { setTimeout as sleep } from "node:timers/promises";
import type { Answer } from "../../bot/contract/answer.ts";
import { untilIdle } from "../../test/harness/idle.ts";
import { checkStored, checkCards, type Given } from "./check-storm.ts";
import { graphIdsOf } from "./graph-ids.ts";
import { scheduleEvents, type RsvpWorld } from "./open-rsvp-world.ts";
import { openSender } from "./open-senders.ts";
import { fastest } from "./wire.ts";

/** How long the simulated Graph and connector take for each request, in milliseconds. */
const platformMs = 100;

const responses = ["accepted", "tentativelyAccepted", "declined"] as const;
const ours: Record<(typeof responses)[number], Answer> = {
  accepted: "accepted",
  tentativelyAccepted: "tentative",
  declined: "declined",
};

export interface StormResult {
  /** How long the notification endpoint took to answer, and a bare route meanwhile, in milliseconds. */
  product: number[];
  bare: number[];
  /** Of the event that was read most often. */
  readsPerSecond: number;
  /** Of the channel whose cards were brought up to date most often. */
  updatesPerSecond: number;
  /** From the last answer until every answer was stored. */
  settledMs: number;
}

/**
 * Has people answer in Outlook at an even pace that waits for nobody, and reports each answer to the
 * product on its own.
 * @throws {Error} when an answer is lost, a tally wrong, or a platform's limit broken in the end
 */
export async function runStorm(
  opened: AsyncDisposableStack,
  rsvp: RsvpWorld,
  storm: {
    title: string;
    events: number;
    peoplePerEvent: number;
    channelsPerEvent: number;
    answers: number;
    seconds: number;
  },
): Promise<StormResult> {
  const { world, wire } = rsvp;
  const titles = Array.from(
    { length: storm.events },
    (_, n) => `${storm.title} ${n + 1}`,
  );
  const invited = rsvp.employees.slice(0, storm.peoplePerEvent);
  const events = await scheduleEvents(
    rsvp,
    titles.map((title, n) => ({
      title,
      addresses: invited,
      channelIds: Array.from(
        { length: storm.channelsPerEvent },
        (_, m) =>
          rsvp.channelIds[
            (n * storm.channelsPerEvent + m) % rsvp.channelIds.length
          ] ?? "",
      ),
    })),
  );
  const graphIds = await graphIdsOf(world);
  const sender = await openSender(world, opened);
  setPlatform(world);
  const before = { reads: wire.reads.length, cards: wire.cardUpdates.length };

  const given: Given = new Map();
  const startedAt = performance.now();
  for (let n = 0; n < storm.answers; n += 1) {
    const dueAt = startedAt + (n * storm.seconds * 1000) / storm.answers;
    const early = dueAt - performance.now();
    if (early > 1) await sleep(early);
    const event = events[n % events.length];
    const turn = Math.floor(n / events.length);
    // Seven and the number of people have no common factor: everybody's turn comes.
    const person = invited[(turn * 7) % invited.length];
    // Scattered, so that the tally wanders: one that stood still would look right when it is old.
    const scattered = Math.floor((n * 2_654_435_761) / 65_536);
    const response = responses[scattered % responses.length];
    if (!event || !person || !response) throw new Error("Nobody answers.");
    world.simulator.respond({ person, subject: event.title, response });
    given.set(`${event.id} ${person.toLowerCase()}`, ours[response]);
    sender.send(graphIds.get(event.id) ?? "");
  }
  const lastAt = performance.now();
  const { product, bare, refused } = await sender.finish();
  if (refused > 0) throw new Error(`${refused} notifications were refused.`);
  await checkStored(world, { given });
  const settledMs = performance.now() - lastAt;
  await untilIdle(world);
  world.simulator.clearFaults();
  checkCards(world, {
    given,
    events,
    channelIds: rsvp.channelIds,
    invited: invited.length,
  });
  const broken = world.simulator.connectorViolations();
  if (broken.length > 0)
    throw new Error(`Teams refused: ${JSON.stringify(broken[0])}`);
  return {
    product,
    bare,
    settledMs,
    readsPerSecond: fastest(wire.reads.slice(before.reads)),
    updatesPerSecond: fastest(wire.cardUpdates.slice(before.cards)),
  };
}

/** Microsoft's answers take their time, and its own notifications are left to the sender. */
function setPlatform(world: RsvpWorld["world"]): void {
  world.simulator.setFault({
    service: "notification",
    times: null,
    effect: { kind: "dropNotification" },
  });
  for (const service of ["graph", "connector"] as const)
    world.simulator.setFault({
      service,
      times: null,
      effect: { kind: "latency", ms: platformMs },
    });
}
