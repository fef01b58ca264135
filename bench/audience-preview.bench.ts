import { openWorld, people } from "../test/harness/world.ts";
import { storeKnownPeople } from "./audience/known-people.ts";
import {
  askingFor,
  timePreview,
  type Asking,
} from "./audience/time-previews.ts";
import { figure, median, type Bench } from "./figure.ts";
import { openGround } from "./open-ground.ts";
import { readMemory } from "./rsvp/heap.ts";

/** Sizes of lists, each with how often it is asked for in a round: the small ones are over sooner. */
const sizes = [
  { count: 1, times: 20 },
  { count: 500, times: 20 },
  { count: 5_000, times: 6 },
  { count: 50_000, times: 2 },
] as const;
const rounds = 7;

/**
 * The preview of an event for 500, 5,000 and 50,000 addresses in a company of 50,000: what one address costs more in
 * the largest list than in the smallest. What a preview costs without a list (one address) is taken off both.
 */
export const bench: Bench = {
  names: ["audience.preview", "audience.preview.memory"],
  async measure(say) {
    await using opened = new AsyncDisposableStack();
    await openGround(opened);
    const world = await openWorld({
      environment: {
        LOG_LEVEL: "warn",
        // By which its memory is looked at from outside.
        NODE_OPTIONS: "--inspect=127.0.0.1:0",
      },
    });
    opened.defer(() => world.close());
    const groupId = await world.groupId("Women at Contoso", people.lead);
    await storeKnownPeople(world.database.connectionString);
    const asked = sizes.map(({ count, times }) => ({
      asking: askingFor(groupId, count),
      times,
      took: [] as number[],
    }));
    const askAll = async (note: (took: number[], ms: number) => void) => {
      for (const { asking, times, took } of asked)
        for (let time = 0; time < times; time++)
          note(took, await timePreview(world, asking));
    };
    await askAll(() => undefined);
    const before = await readMemory(world);
    // In turn, so that what else the machine does falls on all sizes alike.
    for (let round = 0; round < rounds; round++)
      await askAll((took, ms) => took.push(ms));
    const after = await readMemory(world);
    const [bare = 0, small = 0, middle = 0, large = 0] = asked.map(({ took }) =>
      median(took),
    );
    const perAddress = (ms: number, place: number, less: number) =>
      ((ms - less) * 1000) / (sizes[place]?.count ?? 1);
    say(
      `median ms: 1 address ${bare.toFixed(1)}, 500 ${small.toFixed(1)}, 5,000 ${middle.toFixed(1)}, 50,000 ${large.toFixed(1)}`,
    );
    say(
      `µs an address with all that a preview costs: ${perAddress(small, 1, 0).toFixed(1)}, ${perAddress(middle, 2, 0).toFixed(1)}, ${perAddress(large, 3, 0).toFixed(1)}; without what one address costs: ${perAddress(small, 1, bare).toFixed(1)}, ${perAddress(middle, 2, bare).toFixed(1)}, ${perAddress(large, 3, bare).toFixed(1)}`,
    );
    say(
      `bodies: ${bodySizes(asked.map(({ asking }) => asking))}; heap ${before.heap.toFixed(1)} → ${after.heap.toFixed(1)} MB, resident ${before.resident.toFixed(0)} → ${after.resident.toFixed(0)} MB`,
    );
    return [
      figure({
        name: "audience.preview",
        value: perAddress(large, 3, bare),
        unit: "µs/address",
        limit: perAddress(small, 1, bare),
      }),
      figure({
        name: "audience.preview.memory",
        value: after.heap,
        unit: "MB",
        limit: before.heap,
      }),
    ];
  },
};

function bodySizes(asked: readonly Asking[]): string {
  return asked
    .map(({ body }) => `${(body.length / 1024).toFixed(1)} KB`)
    .join(", ");
}
