import { setTimeout as sleep } from "node:timers/promises";
import { waitFor } from "../test/harness/wait-for.ts";
import { people } from "../test/harness/world.ts";
import { figure, percentile, type Bench } from "./figure.ts";
import { followTally, type Seen } from "./rsvp/follow-tally.ts";
import { idealFreshness } from "./rsvp/ideal-freshness.ts";
import { openRsvpWorld, scheduleEvents } from "./rsvp/open-rsvp-world.ts";

/** What the simulated Microsoft takes. Graph says of events' reports only that they come within minutes. */
const platform = { notificationMs: 1000, graphMs: 200, connectorMs: 200 };
const paces = { readGapMs: 500, cardGapMs: 2010 };

const title = "Followed by many";
const warmUp = 10;
const quiet = { answers: 40, meanMs: 3200 };
const rush = { answers: 240, meanMs: 250 };

/**
 * From an answer in Outlook until the tab's stream tells it, and until the card shows it: of answers that
 * come alone, and of four a second. The bound is a product that loses no time, computed from the same answers,
 * the latencies of the simulator, and the paces.
 */
export const bench: Bench = {
  names: [
    "rsvp.freshness",
    "rsvp.freshness.card",
    "rsvp.freshness.rush",
    "rsvp.freshness.rush.card",
  ],
  async measure(say) {
    await using opened = new AsyncDisposableStack();
    const rsvp = await openRsvpWorld(opened);
    const { world, wire } = rsvp;
    const [channel = ""] = rsvp.channelIds;
    const invited = rsvp.employees.slice(0, 300);
    const [event] = await scheduleEvents(rsvp, [
      { title, addresses: invited, channelIds: [channel] },
    ]);
    const tab = await followTally(opened, world, {
      person: people.lead,
      eventId: event?.id ?? "",
    });
    setLatencies(world);

    const answeredAt: number[] = [];
    const onCard = () =>
      wire.cardUpdates.flatMap(({ at, body }): Seen[] => {
        const shown = /(\d+) going/.exec(JSON.stringify(body))?.[1];
        return shown ? [{ at, accepted: Number(shown) }] : [];
      });
    const answer = async (of: { answers: number; meanMs: number }) => {
      const first = answeredAt.length;
      for (let n = 0; n < of.answers; n += 1) {
        await sleep(gapMs(first + n, of.meanMs));
        const person = invited[answeredAt.length] ?? "";
        world.simulator.respond({
          person,
          subject: title,
          response: "accepted",
        });
        answeredAt.push(performance.now());
      }
      const all = answeredAt.length;
      await waitFor("the last answer on the card", () =>
        onCard().some(({ accepted }) => accepted === all),
      );
      return answeredAt.slice(first);
    };
    const figuresOf = (name: string, given: readonly number[]) => {
      const from = answeredAt.length - given.length;
      const ideal = idealFreshness(given, platform, paces);
      const compare = (at: string, seen: Seen[], idealAt: number[]) => {
        const took = given.map((t, n) => shownAt(seen, from + n + 1) - t);
        const could = idealAt.map((t, n) => t - (given[n] ?? 0));
        say(`${at}: ${spread(took)} ms, ideal ${spread(could)} ms`);
        return figure({
          name: at,
          value: percentile(took, 0.95),
          unit: "ms p95",
          limit: percentile(could, 0.95),
        });
      };
      return [
        compare(name, tab, ideal.tabAt),
        compare(`${name}.card`, onCard(), ideal.cardAt),
      ];
    };

    await answer({ answers: warmUp, meanMs: 1000 });
    say(`${quiet.answers} answers, one in about ${quiet.meanMs} ms`);
    const alone = figuresOf("rsvp.freshness", await answer(quiet));
    say(`${rush.answers} answers, one in about ${rush.meanMs} ms`);
    return [...alone, ...figuresOf("rsvp.freshness.rush", await answer(rush))];
  },
};

function setLatencies(
  world: Awaited<ReturnType<typeof openRsvpWorld>>["world"],
): void {
  const effects = [
    ["notification", "delayNotification", platform.notificationMs],
    ["graph", "latency", platform.graphMs],
    ["connector", "latency", platform.connectorMs],
  ] as const;
  for (const [service, kind, ms] of effects)
    world.simulator.setFault({ service, times: null, effect: { kind, ms } });
}

/** The same irregular gaps in each run, as of people who know nothing of one another. */
function gapMs(n: number, meanMs: number): number {
  const drawn = ((n * 7919 + 104_729) % 9973) / 9973;
  return -Math.log(1 - drawn) * meanMs;
}

function shownAt(seen: readonly Seen[], accepted: number): number {
  const found = seen.find((each) => each.accepted >= accepted);
  if (!found) throw new Error(`Answer ${accepted} was never shown.`);
  return found.at;
}

function spread(times: readonly number[]): string {
  return [0.5, 0.95, 1]
    .map((share) => Math.round(percentile(times, share)))
    .join(" / ");
}
