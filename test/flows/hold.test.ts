import type { EventHistory } from "../../bot/contract/event-history.ts";
import { randomUUID } from "node:crypto";
import pg from "pg";
import { openChannel, type TestChannel } from "../harness/channel.ts";
import {
  changeOf,
  heldEvents,
  mailsAbout,
  type HeldEvents,
} from "../harness/held-events.ts";
import { untilIdle } from "../harness/idle.ts";
import { waitFor } from "../harness/wait-for.ts";
import { openWorld, people, type World } from "../harness/world.ts";

const adele = "AdeleV@contoso.com";
const diego = "DiegoS@contoso.com";
const onlyAdele = { audience: { group: false, addresses: [adele] } };

/** What Outlook's copy says after somebody has renamed the event there. */
const shownThere = {
  title: "Renamed there",
  startsAt: "2031-12-01T12:00:00.000Z",
  endsAt: "2031-12-01T13:00:00.000Z",
  location: "Room 4",
};

describe("the hold between click and send", () => {
  let world: World;
  let channel: TestChannel;
  let held: HeldEvents;
  let database: pg.Client;
  beforeAll(async () => {
    world = await openWorld({ environment: { SEND_HOLD_SECONDS: "2" } });
    await world.connectAccount();
    channel = await openChannel(world);
    held = heldEvents(world, channel.groupId);
    database = new pg.Client(world.database.connectionString);
    await database.connect();
  });
  afterAll(async () => {
    await database.end();
    await world.close();
  });

  const lead = () => world.as(people.lead);

  const historyOf = async (id: string) =>
    (
      await world
        .as(people.lead)
        .send<EventHistory>("GET", `/api/events/${id}/history`)
    ).body.entries.map(({ kind }) => kind);

  it("keeps a new event to leads until it is sent, and sends it once", async () => {
    const created = await held.schedule("New one", {
      ...onlyAdele,
      channelIds: [channel.id],
    });
    expect(created.status).toBe(201);
    const { id } = created.body;
    expect(created.body).toMatchObject({
      status: "scheduling",
      held: { kind: "new", isOwn: true, by: "Megan Bowen", problem: null },
    });
    expect(created.body.held?.sendsInMs).toBeGreaterThan(0);
    expect(created.body.held?.sendsInMs).toBeLessThanOrEqual(2000);
    const asInvited = world.as(adele);
    expect((await asInvited.send("GET", `/api/events/${id}`)).status).toBe(404);
    expect((await asInvited.events()).events).toEqual([]);
    expect((await lead().events()).events).toMatchObject([{ id }]);
    expect(mailsAbout(world, "New one")).toEqual({});
    expect(channel.cardsOf("New one")).toEqual([]);

    await held.isOut(id);
    await channel.shows("New one", "0 of 1 answered");
    await untilIdle(world);
    expect(mailsAbout(world, "New one")).toEqual({ [adele]: ["invitation"] });
    expect((await asInvited.event(id)).held).toBeNull();
  });

  it("takes a new event back without a trace when it is stopped", async () => {
    const { body: event } = await held.schedule("Never was", {
      ...onlyAdele,
      channelIds: [channel.id],
    });
    const key = randomUUID();
    const stopped = await held.stop(event, { key });
    expect(stopped).toMatchObject({
      status: 200,
      body: { kind: "new", event: null },
    });
    // The answer was lost and the request is sent again.
    expect(await held.stop(event, { key })).toMatchObject({
      status: 200,
      body: { kind: "new", event: null },
    });
    await untilIdle(world);
    expect(mailsAbout(world, "Never was")).toEqual({});
    expect(channel.cardsOf("Never was")).toEqual([]);
    expect((await lead().send("GET", `/api/events/${event.id}`)).status).toBe(
      404,
    );
    for (const table of ["attendees", "event_cards"])
      expect(
        (
          await database.query(`select 1 from ${table} where event_id = $1`, [
            event.id,
          ])
        ).rowCount,
      ).toBe(0);
  });

  it("changes a new event in its hold directly, begins the hold anew and sends the last state alone", async () => {
    const { body: event } = await held.schedule("Draft", onlyAdele);
    const wanted = changeOf(event, {
      title: "Final",
      start: "2031-12-05T12:00",
      end: "2031-12-05T13:00",
      isOnline: false,
      audience: { group: false, addresses: [diego] },
    });
    const preview = await lead().send(
      "POST",
      `/api/events/${event.id}/preview`,
      wanted,
    );
    expect(preview.body).toMatchObject({
      people: 1,
      mails: [{ kind: "invitation", reason: "newEvent", people: 1 }],
    });
    const heldUntil = async () => {
      const { rows } = await database.query<{ held_until: Date }>(
        "select held_until from scheduled_events where id = $1",
        [event.id],
      );
      return rows[0]?.held_until.getTime() ?? 0;
    };
    const before = await heldUntil();
    const changed = await held.change(event, wanted);
    expect(changed.body).toMatchObject({
      title: "Final",
      isOnline: false,
      held: { kind: "new" },
    });
    expect(await heldUntil()).toBeGreaterThan(before);
    expect(changed.body.version).toBeGreaterThan(event.version);
    await held.isOut(event.id);
    await untilIdle(world);
    expect(mailsAbout(world, "Draft")).toEqual({});
    expect(mailsAbout(world, "Final")).toEqual({ [diego]: ["invitation"] });
    expect(world.simulator.mailbox(diego).events).toMatchObject([
      { subject: "Final", startsAt: "2031-12-05T12:00:00.000Z" },
    ]);
  });

  it("takes a new event back when it is cancelled in its hold", async () => {
    const { body: event } = await held.schedule("Hasty", onlyAdele);
    const cancelled = await held.cancel(event, "Sorry.");
    expect(cancelled).toMatchObject({ status: 204, body: null });
    await untilIdle(world);
    expect(mailsAbout(world, "Hasty")).toEqual({});
  });

  it("leaves event, answers and cards as they are while a change waits, and when it is stopped", async () => {
    const title = "Steady";
    const event = await channel.schedule(title, onlyAdele);
    await world
      .as(adele)
      .send("PUT", `/api/events/${event.id}/response`, { answer: "accepted" });
    const stream = lead().follow(event.id);
    await waitFor("the stream", () => stream.latest()?.tally.accepted === 1);
    const wanted = changeOf(event, {
      start: "2031-12-09T12:00",
      end: "2031-12-09T13:00",
    });
    const changed = await held.change(event, wanted);
    expect(changed.body).toMatchObject({
      status: "scheduled",
      start: event.start,
      version: event.version + 1,
      tally: { accepted: 1 },
      held: { kind: "change", isOwn: true, content: wanted },
    });
    await waitFor("the news", () => stream.latest()?.held?.kind === "change");
    expect(await world.as(adele).event(event.id)).toMatchObject({
      held: null,
      lastChange: null,
      version: event.version,
      myAnswer: "accepted",
    });
    const stopped = await held.stop(changed.body);
    expect(stopped.body).toMatchObject({
      kind: "change",
      event: { held: null, start: event.start, tally: { accepted: 1 } },
    });
    await waitFor("the news", () => stream.latest()?.held === null);
    await stream.close();
    expect(await historyOf(event.id)).toEqual([
      "changeStopped",
      "sent",
      "scheduled",
    ]);
    await untilIdle(world);
    expect(mailsAbout(world, title)[adele]).toEqual(["invitation"]);
    await channel.shows(title, "1 of 1 answered");
    // Who has seen the change that was stopped does not overwrite what is there now.
    expect((await held.change(changed.body, wanted)).status).toBe(412);
  });

  it("leaves the channels' cards as they are until other channels are no longer to be stopped", async () => {
    const title = "Wandering";
    const event = await held.scheduled(title, onlyAdele);
    const wanted = changeOf(event, { channelIds: [channel.id] });
    const stopped = await held.change(event, wanted);
    expect(stopped.body).toMatchObject({ cards: [], held: { kind: "change" } });
    const { body } = await held.stop(stopped.body);
    await untilIdle(world);
    expect(channel.cardsOf(title)).toEqual([]);
    expect(body.event?.cards).toEqual([]);
    await held.change(body.event ?? event, wanted);
    await channel.shows(title, "0 of 1 answered");
    expect(channel.cardsOf(title)).toHaveLength(1);
    await untilIdle(world);
    expect(mailsAbout(world, title)).toEqual({ [adele]: ["invitation"] });
  });

  it.each([
    [
      "edited",
      { kind: "edited", fields: ["title"], shows: shownThere, movedAt: null },
      "Somebody changed the event in Outlook before this could go out. Decide about that first.",
    ],
    [
      "deleted",
      { kind: "deleted" },
      "Somebody deleted this event in Outlook. Decide on its page whether to send it again or to cancel it.",
    ],
  ])(
    "does not write over an event that somebody %s in Outlook meanwhile",
    async (what, byHand, problem) => {
      const title = `Touched, ${what}`;
      const event = await held.scheduled(title, onlyAdele);
      await held.change(
        event,
        changeOf(event, { description: "Other words." }),
      );
      const seenAt = new Date(Date.now() + 1000).toISOString();
      const note = "update waves set outlook_change = $2 where event_id = $1";
      await database.query(note, [event.id, { ...byHand, seenAt }]);
      const left = await waitFor("the reason", async () => {
        const now = await lead().event(event.id);
        return now.held?.problem ? now : undefined;
      });
      expect(left).toMatchObject({
        description: event.description,
        held: { problem, content: { description: "Other words." } },
      });
      await database.query(note, [event.id, null]);
      await untilIdle(world);
      expect(mailsAbout(world, title)).toEqual({ [adele]: ["invitation"] });
    },
  );

  it("sends a change after the hold, keeps its version, and says that it has gone out", async () => {
    const event = await held.scheduled("Moves", onlyAdele);
    const changed = await held.change(
      event,
      changeOf(event, { location: "Room 5" }),
    );
    const out = await held.isOut(event.id);
    expect(out).toMatchObject({
      location: "Room 5",
      version: changed.body.version,
      lastChange: { by: "Megan Bowen", isOwn: true },
    });
    await untilIdle(world);
    expect(mailsAbout(world, "Moves")).toEqual({
      [adele]: ["invitation", "update"],
    });
    expect(await held.stop(changed.body)).toMatchObject({
      status: 409,
      body: { code: "goneOut" },
    });
  });

  it("stops a cancellation, with the change before it still at hand", async () => {
    const event = await held.scheduled("Doubtful", onlyAdele);
    const wanted = changeOf(event, { location: "Room 6" });
    const changed = await held.change(event, wanted);
    const preview = await lead().send(
      "POST",
      `/api/events/${event.id}/cancel/preview`,
      { message: "" },
    );
    expect(preview.body).toMatchObject({
      people: 1,
      replaces: { kind: "change", isOwn: true, by: "Megan Bowen" },
    });
    const cancelled = await held.cancel(changed.body, "No room.");
    expect(cancelled.body).toMatchObject({
      status: "scheduled",
      held: { kind: "cancel", message: "No room.", content: wanted },
    });
    expect(await held.change(cancelled.body, wanted)).toMatchObject({
      status: 409,
      body: { code: "cancellationWaits" },
    });
    const stopped = await held.stop(cancelled.body);
    expect(stopped.body).toMatchObject({
      kind: "cancel",
      event: { status: "scheduled", held: null },
    });
    expect((await historyOf(event.id))[0]).toBe("cancelStopped");
    await untilIdle(world);
    expect(mailsAbout(world, "Doubtful")).toEqual({ [adele]: ["invitation"] });
    const again = await held.cancel(
      stopped.body.event ?? event,
      "No room at all.",
    );
    expect(again.status).toBe(200);
    await held.isOut(event.id);
    await untilIdle(world);
    expect(mailsAbout(world, "Doubtful")).toEqual({
      [adele]: ["invitation", "cancellation"],
    });
  });

  it("keeps what could not be carried out, with the reason, until a lead clears it away", async () => {
    const event = await held.scheduled("Late", onlyAdele);
    const wanted = changeOf(event, { location: "Room 7" });
    const changed = await held.change(event, wanted);
    await database.query(
      "update scheduled_events set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour' where id = $1",
      [event.id],
    );
    const left = await waitFor("the reason", async () => {
      const now = await lead().event(event.id);
      return now.held?.problem ? now : undefined;
    });
    expect(left).toMatchObject({
      location: "Room 4",
      held: {
        sendsInMs: null,
        problem: "The event was over before this could go out.",
        content: wanted,
      },
    });
    expect(left.version).toBeGreaterThan(changed.body.version);
    expect((await held.stop(left)).body.event).toMatchObject({ held: null });
    await untilIdle(world);
    expect(mailsAbout(world, "Late")).toEqual({ [adele]: ["invitation"] });
  });

  it("is only for leads to stop, and only in the version that they saw", async () => {
    const event = await held.scheduled("Guarded", onlyAdele);
    const changed = await held.change(
      event,
      changeOf(event, { location: "Room 8" }),
    );
    expect(
      (await held.stop(changed.body, { api: world.as(adele) })).status,
    ).toBe(403);
    expect((await held.stop(event)).status).toBe(412);
    expect((await held.stop(changed.body)).status).toBe(200);
    await untilIdle(world);
    expect(mailsAbout(world, "Guarded")).toEqual({ [adele]: ["invitation"] });
  });

  it("survives the end of the process: what waits is sent once, what was stopped is not", async () => {
    const [goes, stays] = await Promise.all([
      held.scheduled("Goes", onlyAdele),
      held.scheduled("Stays", onlyAdele),
    ]);
    const { body: fresh } = await held.schedule("Fresh", onlyAdele);
    await held.change(goes, changeOf(goes, { location: "Room 9" }));
    const stopped = await held.change(
      stays,
      changeOf(stays, { location: "Room 9" }),
    );
    expect((await held.stop(stopped.body)).status).toBe(200);
    await world.product().kill();
    await world.restart();
    await held.isOut(goes.id);
    await held.isOut(fresh.id);
    await untilIdle(world);
    expect(mailsAbout(world, "Goes")).toEqual({
      [adele]: ["invitation", "update"],
    });
    expect(mailsAbout(world, "Fresh")).toEqual({ [adele]: ["invitation"] });
    expect(mailsAbout(world, "Stays")).toEqual({ [adele]: ["invitation"] });
  });

  /** Until so many sessions wait for a lock on a row: PostgreSQL lets them through in the order in which they came. */
  const untilWaiting = (count: number) =>
    waitFor(`${count} sessions to wait`, async () => {
      const { rows } = await database.query<{ waiting: number }>(
        "select count(*)::int as waiting from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
      );
      return (rows[0]?.waiting ?? 0) >= count;
    });

  /** Holds a change whose job does not begin before `release`, however long the test takes. */
  const heldUntilReleased = async (title: string) => {
    const event = await held.scheduled(title, onlyAdele);
    const setStart = (when: string) =>
      database.query(
        `update pgboss.job set start_after = ${when} where name = 'events.apply-held' and state = 'created' and data ->> 'eventId' = $1`,
        [event.id],
      );
    let latest = event;
    const changed = await waitFor("a change whose job waits", async () => {
      const { body } = await held.change(
        latest,
        changeOf(latest, { location: `${latest.location}, left` }),
      );
      const { rowCount } = await setStart("now() + interval '1 hour'");
      await database.query(
        "update held_changes set due_at = now() where event_id = $1",
        [event.id],
      );
      if (rowCount === 1) return body;
      // It has gone out before: another one.
      latest = await held.isOut(event.id);
      return null;
    });
    return { event, changed, release: () => setStart("now()") };
  };

  it.each([
    ["the job", "Raced by the job", false],
    ["Stop", "Raced by Stop", true],
  ])(
    "lets one of Stop and the job win where %s comes first, on two replicas",
    async (_first, title, stopFirst) => {
      const replica = await world.startReplica();
      const { event, changed, release } = await heldUntilReleased(title);
      const before = mailsAbout(world, title)[adele] ?? [];
      const stop = () => held.stop(changed, { api: replica.as(people.lead) });
      const lock = new pg.Client(world.database.connectionString);
      await lock.connect();
      await lock.query("begin");
      await lock.query(
        "select 1 from scheduled_events where id = $1 for update",
        [event.id],
      );
      let stopping: ReturnType<typeof stop> | null = null;
      try {
        if (stopFirst) stopping = stop();
        else await release();
        await untilWaiting(1);
        if (stopFirst) await release();
        else stopping = stop();
        await untilWaiting(2);
      } finally {
        // Commits nothing: it only held the others up.
        await lock.end();
      }
      const answer = await stopping;
      await untilIdle(world);
      expect(answer).toMatchObject(
        stopFirst
          ? { status: 200, body: { kind: "change" } }
          : { status: 409, body: { code: "goneOut" } },
      );
      expect(mailsAbout(world, title)).toEqual({
        [adele]: stopFirst ? before : [...before, "update"],
      });
      await replica.product.kill();
    },
  );

  it("never does both and never neither, whenever Stop comes", async () => {
    const replica = await world.startReplica();
    const titles = Array.from({ length: 8 }, (_, n) => `Race ${n} lunch`);
    const events = await Promise.all(
      titles.map((title) => held.scheduled(title, onlyAdele)),
    );
    const outcomes = await Promise.all(
      events.map(async (event, n) => {
        const { body } = await held.change(
          event,
          changeOf(event, { location: "Room 9" }),
        );
        const dueAt = performance.now() + (body.held?.sendsInMs ?? 0);
        await waitFor(
          "about the end of the hold",
          () => performance.now() > dueAt - 120 + n * 30,
        );
        return held.stop(body, { api: replica.as(people.lead) });
      }),
    );
    await untilIdle(world);
    for (const [n, { status, body }] of outcomes.entries()) {
      const title = titles[n] ?? "";
      expect([200, 409]).toContain(status);
      if (status === 409) expect(body.code).toBe("goneOut");
      expect([title, mailsAbout(world, title)[adele]]).toEqual([
        title,
        status === 200 ? ["invitation"] : ["invitation", "update"],
      ]);
    }
    await replica.product.kill();
  });
});
