import { startBotInTeams, type BotInTeams } from "../testing/bot-in-teams.ts";
import { testClock, type TestClock } from "../testing/simulator-for-tests.ts";

let clock: TestClock;
let world: BotInTeams;
let channels: string[];

beforeEach(async () => {
  clock = testClock();
  world = await startBotInTeams({ clock });
  channels = world.simulator.world.teams
    .slice(0, 3)
    .flatMap((team) =>
      team.channels
        .filter(({ membershipType }) => membershipType === "standard")
        .map(({ id }) => id),
    );
});
afterEach(() => world.close());

const seconds = (count: number) => ({ minutes: count / 60 });

const path = (channel: string) =>
  `/conversations/${encodeURIComponent(channel)}`;
const readRoster = (channel = channels[0]!) =>
  world.request(`${path(channel)}/pagedmembers`);

/** How many of so many sends go through before the first refusal, and what that says. */
async function sendMany(
  count: number,
  channel = channels[0]!,
): Promise<{ sent: number; retryAfter: string | null }> {
  for (let sent = 0; sent < count; sent += 1) {
    const reply = await world.request(`${path(channel)}/activities`, {
      method: "POST",
      body: JSON.stringify({ type: "message", text: "Hello" }),
    });
    if (reply.status === 201) continue;
    expect(reply.status).toBe(429);
    expect(await reply.json()).toEqual({
      error: { code: "Throttled", message: "Too many requests." },
    });
    return { sent, retryAfter: reply.headers.get("retry-after") };
  }
  return { sent: count, retryAfter: null };
}

describe("sending to one conversation", () => {
  it("is held to 7 in a second and 8 in two", async () => {
    expect(await sendMany(8)).toEqual({ sent: 7, retryAfter: "1" });
    clock.forward(seconds(1));
    expect(await sendMany(2)).toEqual({ sent: 1, retryAfter: "1" });
    clock.forward(seconds(1));
    expect(await sendMany(8)).toEqual({ sent: 7, retryAfter: "1" });
    expect(world.simulator.connectorViolations()).toMatchObject([
      { operation: "send", conversationId: channels[0], most: 7, seconds: 1 },
      { most: 8, seconds: 2 },
      { most: 7, seconds: 1 },
    ]);
  });

  it("is held to 60 in 30 seconds", async () => {
    for (let round = 0; round < 12; round += 1) {
      expect(await sendMany(5)).toMatchObject({ sent: 5 });
      clock.forward(seconds(2));
    }
    // 24 seconds have gone by: the first five leave the window in six more.
    expect(await sendMany(1)).toEqual({ sent: 0, retryAfter: "6" });
    clock.forward(seconds(6));
    expect(await sendMany(1)).toMatchObject({ sent: 1 });
  });

  it("is held to 1,800 in an hour", async () => {
    for (let round = 0; round < 360; round += 1) {
      expect(await sendMany(5)).toMatchObject({ sent: 5 });
      clock.forward(seconds(5));
    }
    // They took half an hour.
    expect(await sendMany(1)).toEqual({ sent: 0, retryAfter: "1800" });
    clock.forward({ minutes: 30 });
    expect(await sendMany(1)).toMatchObject({ sent: 1 });
  }, 60_000);

  it("counts updates, deletions and replies in threads, and no other conversation", async () => {
    const [first, second] = channels as [string, string];
    await world.ask(async ({ conversations }) => {
      const activity = { type: "message", text: "Hello" } as Parameters<
        typeof conversations.updateActivity
      >[2];
      const { id } = await conversations.sendToConversation(first, activity);
      await conversations.updateActivity(first, id, activity);
      await conversations.replyToActivity(first, id, activity);
      const thread = `${first};messageid=${id}`;
      await conversations.sendToConversation(thread, activity);
      await conversations.deleteActivity(first, id);
    });
    expect(await sendMany(3, second)).toMatchObject({ sent: 3 });
    expect(await sendMany(3, first)).toMatchObject({ sent: 2 });
  });
});

describe("other requests", () => {
  it("have a limit of their own for rosters", async () => {
    for (let count = 0; count < 14; count += 1) {
      expect((await readRoster()).status).toBe(200);
    }
    expect((await readRoster()).status).toBe(429);
    expect(await sendMany(1)).toMatchObject({ sent: 1 });
  });

  it("are held to 50 a second for the whole tenant", async () => {
    let sent = 0;
    for (const channel of channels) sent += (await sendMany(7, channel)).sent;
    // Six channels of seven, then rosters.
    for (; sent < 50; sent += 1) {
      expect((await readRoster()).status).toBe(200);
    }
    clock.forward(seconds(0.5));
    expect((await readRoster(channels[1])).status).toBe(429);
    expect(world.simulator.connectorViolations()).toMatchObject([
      { operation: "anything", most: 50 },
    ]);
    clock.forward(seconds(0.5));
    expect((await readRoster(channels[1])).status).toBe(200);
  });

  it("are free when the limits are switched off", async () => {
    world.simulator.changeSettings({ connectorRateLimits: false });
    expect(await sendMany(60)).toMatchObject({ sent: 60 });
    expect(world.simulator.connectorViolations()).toEqual([]);
  });
});
