import type { EventDetail } from "../../bot/contract/events.ts";
import { contosoSeed } from "../../simulator/seed/contoso.ts";
import { untilIdle } from "../../test/harness/idle.ts";
import { waitFor } from "../../test/harness/wait-for.ts";
import {
  lunch,
  openWorld,
  people,
  type World,
} from "../../test/harness/world.ts";
import { openGround } from "../open-ground.ts";
import { openWire, type Wire } from "./wire.ts";

const team = "Women at Contoso";
const patienceMs = 120_000;

export interface RsvpWorld {
  world: World;
  wire: Wire;
  groupId: string;
  channelIds: string[];
  /** Addresses of employees, as many as an event can invite. */
  employees: string[];
}

/** The product with a connected account, in an organization with 500 employees and a team of ten channels. */
export async function openRsvpWorld(
  opened: AsyncDisposableStack,
): Promise<RsvpWorld> {
  await openGround(opened);
  const wire = openWire();
  const seed = contosoSeed({ moreEmployees: 500 });
  const channelIds = addChannels(seed, 10);
  const world = await openWorld({
    simulator: { worldSeed: seed, intercept: wire.intercept },
    environment: {
      LOG_LEVEL: "warn",
      // By which its memory is looked at from outside.
      NODE_OPTIONS: "--inspect=127.0.0.1:0",
    },
  });
  opened.defer(() => world.close());
  await world.connectAccount();
  return {
    world,
    wire,
    channelIds,
    groupId: await world.groupId(team, people.lead),
    employees: seed.people
      .map(({ mail }) => mail)
      .filter((mail) => mail.startsWith("Employee")),
  };
}

function addChannels(
  seed: ReturnType<typeof contosoSeed>,
  count: number,
): string[] {
  const channels = Array.from({ length: count }, (_, n) => ({
    id: `19:${String(n).padStart(32, "0")}@thread.tacv2`,
    name: `Channel ${n + 1}`,
    membershipType: "standard" as const,
    memberIds: null,
  }));
  seed.teams.find(({ name }) => name === team)?.channels.push(...channels);
  return channels.map(({ id }) => id);
}

/** Schedules events and waits until invitations and cards are out and nothing is left to do. */
export async function scheduleEvents(
  { world, groupId }: RsvpWorld,
  wanted: readonly {
    title: string;
    addresses: string[];
    channelIds: string[];
  }[],
): Promise<EventDetail[]> {
  const lead = world.as(people.lead);
  const created: EventDetail[] = [];
  for (const { title, addresses, channelIds } of wanted) {
    const answer = await lead.send<EventDetail>(
      "POST",
      "/api/events",
      lunch(groupId, {
        title,
        audience: { group: false, addresses },
        channelIds,
      }),
    );
    if (answer.status !== 201)
      throw new Error(`Not scheduled: ${JSON.stringify(answer.body)}`);
    created.push(answer.body);
  }
  for (const { id } of created) await untilOut(world, id);
  await untilIdle(world);
  return created;
}

async function untilOut(world: World, eventId: string): Promise<void> {
  await waitFor(
    "invitations and cards",
    async () => {
      const event = await world.as(people.lead).event(eventId);
      const areUp = event.cards?.every(({ state }) => state === "upToDate");
      if (event.status !== "scheduled" || !areUp)
        throw new Error(
          `${event.status}, ${JSON.stringify(event.progress)}, ${JSON.stringify(event.cards)}`,
        );
      return true;
    },
    patienceMs,
  );
}
