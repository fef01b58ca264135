import { fork } from "node:child_process";
import { join } from "node:path";
import type { EventDetail } from "../bot/contract/events.ts";
import { contosoSeed } from "../simulator/seed/contoso.ts";
import { numberedEmployees } from "../simulator/seed/numbered-employees.ts";
import { untilIdle } from "../test/harness/idle.ts";
import { waitFor } from "../test/harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../test/harness/world.ts";
import { openGround } from "./open-ground.ts";

const team = "Women at Contoso";
const members = 300;
const eventCount = 20;
const answers = ["accepted", "tentative", "declined"] as const;

/** A bot that can be pressed. */
interface PressedBot {
  port: number;
  token: string;
  bodyOf: (n: number) => string;
}

/** The product with events that 300 people are invited to, and the bare bot beside it. */
export async function openBots(
  opened: AsyncDisposableStack,
): Promise<{ product: PressedBot; echo: PressedBot }> {
  await openGround(opened);
  const world = await openWorld({ simulator: { worldSeed: largeTeam() } });
  opened.defer(() => world.close());
  await world.connectAccount();
  const events = await scheduleEvents(world);
  const echo = await startEcho(world, opened);
  const bodyOf = await openPresses(world, events);
  const token = await world.simulator.activityToken();
  const port = Number(new URL(world.product().url).port);
  return {
    product: { port, token, bodyOf },
    echo: { port: echo, token, bodyOf },
  };
}

function largeTeam() {
  const seed = contosoSeed();
  const more = numberedEmployees(members, "contoso.com");
  seed.people.push(...more);
  for (const { name, memberIds } of seed.teams)
    if (name === team) memberIds.push(...more.map(({ id }) => id));
  return seed;
}

async function scheduleEvents(world: World): Promise<EventDetail[]> {
  const groupId = await world.groupId(team, people.lead);
  const channelId = teamOf(world).id;
  const lead = world.as(people.lead);
  const events: EventDetail[] = [];
  for (let n = 1; n <= eventCount; n += 1) {
    const created = await lead.send<EventDetail>(
      "POST",
      "/api/events",
      lunch(groupId, {
        title: `Lunch ${n}`,
        channelIds: n <= 5 ? [channelId] : [],
      }),
    );
    events.push(
      await waitFor("the invitations", async () => {
        const event = await lead.event(created.body.id);
        return event.status === "scheduled" && event;
      }),
    );
  }
  await untilIdle(world);
  return events;
}

/** Activities of every member in turn, for every event in turn. */
async function openPresses(
  world: World,
  events: readonly EventDetail[],
): Promise<(n: number) => string> {
  const { id: conversation, memberIds } = teamOf(world);
  const invited = memberIds.slice(-members);
  const senders = invited.map((person) =>
    world.simulator.activityFrom({ conversation, person }),
  );
  return (n) => {
    const event = events[n % events.length];
    const answer = answers[Math.floor(n / 7) % answers.length];
    const data = {
      verb: "event.answer",
      eventId: event?.id,
      answer,
      scheduleVersion: 1,
    };
    return JSON.stringify({
      ...senders[n % senders.length],
      type: "invoke",
      name: "adaptiveCard/action",
      value: {
        action: { type: "Action.Execute", verb: data.verb, data },
        trigger: "manual",
      },
    });
  };
}

async function startEcho(
  world: World,
  opened: AsyncDisposableStack,
): Promise<number> {
  const child = fork(join(import.meta.dirname, "echo-bot.ts"), {
    env: { ...process.env, ...world.simulator.environment() },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  opened.defer(() => void child.kill());
  return new Promise((resolve, reject) => {
    child.once("message", (message: { port: number }) => resolve(message.port));
    child.once("exit", (code) =>
      reject(new Error(`The echo bot ended with ${code}.`)),
    );
  });
}

function teamOf(world: World) {
  const found = world.simulator.world.teams.find(({ name }) => name === team);
  if (!found) throw new Error(`There is no team ${team}.`);
  return found;
}
