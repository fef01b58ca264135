import { setTimeout as sleep } from "node:timers/promises";
import type { EventDetail } from "../../bot/contract/events.ts";
import type { WorldSeed } from "../../simulator/world/world-seed.ts";
import { untilIdle } from "../../test/harness/idle.ts";
import { waitFor } from "../../test/harness/wait-for.ts";
import {
  lunch,
  openWorld,
  people as known,
  type World,
} from "../../test/harness/world.ts";
import { openChance } from "../../test/soak/chance.ts";
import { countMails, type RegistrationCounts } from "./registration-counts.ts";

const patienceMs = 120_000;

/**
 * Through the product: people say in the tab that they come to an open event, at moments drawn by chance (the same
 * in each run), and Outlook invites them. Every request to Graph in that time counts, whatever for.
 *
 * @param events who registers for each event
 */
export async function registerInTab(
  seed: WorldSeed,
  events: readonly (readonly string[])[],
  seconds: number,
): Promise<RegistrationCounts> {
  const calls: Record<string, number> = {};
  let hasBegun = false;
  const world = await openWorld({
    simulator: {
      worldSeed: seed,
      intercept: ({ point, service, method, path }) => {
        if (!hasBegun || point !== "received" || service !== "graph") return;
        const call = path.includes("/me/events") ? method : "other";
        calls[call] = (calls[call] ?? 0) + 1;
      },
    },
    environment: { LOG_LEVEL: "warn" },
  });
  try {
    await world.connectAccount();
    const ids: string[] = [];
    for (const [n] of events.entries()) ids.push(await openEvent(world, n));
    await untilIdle(world, patienceMs);
    hasBegun = true;
    const chance = openChance(1);
    await Promise.all(
      events.flatMap((people, n) =>
        people.map(async (person) => {
          await sleep(chance.number(seconds * 1_000));
          await register(world, ids[n] ?? "", person);
        }),
      ),
    );
    await untilIdle(world, patienceMs);
    return { calls, mails: countMails(world.simulator, events.flat()) };
  } finally {
    await world.close();
  }
}

async function openEvent(world: World, n: number): Promise<string> {
  const lead = world.as(known.lead);
  const { status, body } = await lead.send<EventDetail>(
    "POST",
    "/api/events",
    lunch(await world.groupId("Women at Contoso", known.lead), {
      title: `Open event ${n + 1}`,
      // Nobody schedules an event without inviting anybody.
      audience: { group: false, addresses: [known.lead] },
      open: true,
    }),
  );
  if (status !== 201) throw new Error(`Not scheduled: ${JSON.stringify(body)}`);
  await waitFor(
    "the event to be in Outlook",
    async () => (await lead.event(body.id)).status === "scheduled",
    patienceMs,
  );
  return body.id;
}

async function register(
  world: World,
  eventId: string,
  person: string,
): Promise<void> {
  const { status, body } = await world
    .as(person)
    .send("PUT", `/api/events/${eventId}/response`, { answer: "accepted" });
  if (status !== 200) throw new Error(`Not joined: ${JSON.stringify(body)}`);
}
