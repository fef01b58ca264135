import { addLead } from "../harness/add-lead.ts";
import pg from "pg";
import type { EventDetail } from "../../bot/contract/events.ts";
import type { MailPreview } from "../../bot/contract/mail-preview.ts";
import {
  changeOf,
  heldEvents,
  type HeldEvents,
} from "../harness/held-events.ts";
import { untilIdle } from "../harness/idle.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

const persons = (count: number) =>
  Array.from({ length: count }, (_, n) => `guest-${n + 1}@partner.example`);

const adele = "AdeleV@contoso.com";

describe("a lead, while an event is sent that takes its time,", () => {
  let world: World;
  let held: HeldEvents;
  let groupId: string;

  const open = async (environment: Record<string, string>) => {
    world = await openWorld({ environment });
    await world.connectAccount();
    groupId = await world.groupId("Women at Contoso", people.lead);
    held = heldEvents(world, groupId);
  };
  beforeAll(() => open({ WAVE_SIZE: "2" }));
  afterAll(() => world.close());
  afterEach(() => world.simulator.clearFaults());

  const lead = () => world.as(people.lead);
  const slowCreates = (ms = 600) =>
    world.simulator.setFault({
      service: "graph",
      method: "POST",
      path: "/me/events$",
      times: null,
      effect: { kind: "latency", ms },
    });
  const invited = (count: number, ...more: string[]) => ({
    audience: { group: false, addresses: [...persons(count), ...more] },
  });
  const schedule = async (title: string, count: number, ...more: string[]) => {
    const { status, body } = await held.schedule(
      title,
      invited(count, ...more),
    );
    expect({ status, body }).toMatchObject({ status: 201 });
    return body.id;
  };
  const step = async (id: string, name: "pause" | "resume") => {
    const { status, body } = await lead().send<EventDetail>(
      "POST",
      `/api/events/${id}/sending/${name}`,
      undefined,
    );
    expect(status).toBe(200);
    return body;
  };
  const mailsOf = (title: string, count: number) =>
    persons(count).map((address) =>
      world.simulator
        .mailbox(address)
        .mails.filter(({ subject }) => subject.endsWith(title))
        .map(({ kind }) => kind)
        .toReversed()
        .join(),
    );
  const pauseInTheMiddle = async (
    title: string,
    count: number,
    ...more: string[]
  ) => {
    slowCreates();
    const id = await schedule(title, count, ...more);
    await waitFor("the first invitations", async () => {
      const { progress } = await lead().event(id);
      return progress.invited > 0;
    });
    await step(id, "pause");
    return waitFor("what is under way to end", async () => {
      const before = await lead().event(id);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      const after = await lead().event(id);
      return after.progress.invited === before.progress.invited && after;
    });
  };

  it("pauses it, also through the end of the process, and goes on: everybody is invited once", async () => {
    const paused = await pauseInTheMiddle("Paused lunch", 41);
    const { progress } = paused;
    expect(progress.invited).toBeGreaterThan(0);
    expect(progress.invited).toBeLessThan(41);
    expect(progress).toMatchObject({
      total: 41,
      waves: 21,
      waitingFor: "resume",
      pausedBy: "Megan Bowen",
      canPause: true,
    });
    expect((await world.as(adele).event(paused.id)).progress).toMatchObject({
      pausedBy: null,
      canPause: false,
    });
    expect(
      (
        await world
          .as(adele)
          .send("POST", `/api/events/${paused.id}/sending/resume`, undefined)
      ).status,
    ).toBe(403);

    await world.product().kill();
    await world.restart();
    await lead().send("POST", "/api/events/preview", lunch(groupId));
    await untilIdle(world, 60_000);
    expect((await lead().event(paused.id)).progress.invited).toBe(
      progress.invited,
    );

    world.simulator.clearFaults();
    await step(paused.id, "resume");
    await held.isOut(paused.id);
    await untilIdle(world);
    expect(mailsOf("Paused lunch", 41)).toEqual(
      persons(41).map(() => "invitation"),
    );
  }, 120_000);

  it("sees that an event is paused, and can resume it, also when nothing was left to send", async () => {
    const id = await schedule("Finished lunch", 2);
    await held.isOut(id);
    expect((await step(id, "pause")).status).toBe("scheduled");
    expect((await lead().event(id)).progress).toMatchObject({
      waitingFor: "resume",
      canPause: true,
    });
    expect((await step(id, "resume")).progress).toMatchObject({
      waitingFor: null,
      canPause: false,
    });
  }, 60_000);

  it("is not kept from cancelling by a pause", async () => {
    const paused = await pauseInTheMiddle("Cancelled lunch", 31);
    world.simulator.clearFaults();
    await held.cancel(paused, "No kitchen.");
    await held.isOut(paused.id);
    await untilIdle(world);
    const mails = mailsOf("Cancelled lunch", 31);
    expect(
      mails.filter((kinds) => kinds === "invitation,cancellation"),
    ).toHaveLength(paused.progress.invited);
    expect(mails.filter((kinds) => kinds === "")).toHaveLength(
      31 - paused.progress.invited,
    );
  }, 120_000);

  it("leaves out whoever has no invitation yet, but for those who have answered", async () => {
    const paused = await pauseInTheMiddle("Short lunch", 41, adele);
    world.simulator.clearFaults();
    const { invited: out } = paused.progress;
    // Of the last wave, which nobody has written yet.
    const answered = await world
      .as(adele)
      .send("PUT", `/api/events/${paused.id}/response`, { answer: "accepted" });
    expect(answered.status).toBe(200);
    const stop = (version: number, key = "stop-1") =>
      lead().send<EventDetail>(
        "POST",
        `/api/events/${paused.id}/sending/stop`,
        undefined,
        { "If-Match": `"${version}"`, "Idempotency-Key": key },
      );
    expect((await stop(paused.version - 1, "old")).status).toBe(412);
    const stopped = await stop(paused.version);
    expect(stopped.status).toBe(200);
    expect(stopped.body.progress).toMatchObject({
      invited: out,
      total: out + 1,
    });
    expect((await stop(paused.version)).body.version).toBe(
      stopped.body.version,
    );
    await held.isOut(paused.id);
    await untilIdle(world);
    expect(
      world.simulator
        .mailbox(adele)
        .mails.filter(({ subject }) => subject === "Short lunch"),
    ).toHaveLength(1);
    expect(mailsOf("Short lunch", 41).toSorted()).toEqual([
      ...Array.from({ length: 41 - out }, () => ""),
      ...Array.from({ length: out }, () => "invitation"),
    ]);

    // A later edit invites none of the others.
    const event = await lead().event(paused.id);
    expect(event.audience?.addresses).toHaveLength(out + 1);
    await held.change(event, changeOf(event, { location: "Room 9" }));
    await held.isOut(paused.id);
    await untilIdle(world);
    expect(
      mailsOf("Short lunch", 41).filter((kinds) => kinds === ""),
    ).toHaveLength(41 - out);
    const again = await stop((await lead().event(paused.id)).version, "stop-2");
    expect(again).toMatchObject({
      status: 409,
      body: { code: "everybodyInvited" },
    });
  }, 120_000);

  it("invites nobody of a co-hosting group after it has stopped, and leaves that group a host", async () => {
    const parents = await world.groupId(
      "Parents and Caregivers",
      "AlexW@contoso.com",
    );
    await addLead(world, { groupId: parents, person: people.lead });
    slowCreates(2000);
    const { body } = await held.schedule("Hosted lunch", {
      audience: {
        group: true,
        coHosts: [parents],
        lateJoiners: true,
        addresses: [],
      },
    });
    const out = await waitFor("the first invitations", async () => {
      const event = await lead().event(body.id);
      return event.progress.invited > 0 && event;
    });
    await step(out.id, "pause");
    await untilIdle(world);
    world.simulator.clearFaults();
    const paused = await lead().event(out.id);
    const { status } = await lead().send(
      "POST",
      `/api/events/${out.id}/sending/stop`,
      undefined,
      {
        "If-Match": `"${paused.version}"`,
      },
    );
    expect(status).toBe(200);
    await held.isOut(out.id);
    const stopped = await lead().event(out.id);
    expect(stopped).toMatchObject({
      audience: { group: false, coHosts: [], lateJoiners: false },
      coHosts: [{ name: "Parents and Caregivers" }],
    });
    await held.change(stopped, changeOf(stopped, { location: "Room 7" }));
    const changed = await held.isOut(out.id);
    expect(changed.progress.total).toBe(stopped.progress.total);
    expect(changed.coHosts).toHaveLength(1);
  }, 120_000);

  it("loses and doubles nobody when the process is killed between waves", async () => {
    slowCreates();
    const id = await schedule("Killed lunch", 25);
    for (const least of [1, 5, 15]) {
      await waitFor(`${least} invitations`, async () => {
        const { progress } = await lead().event(id);
        return progress.invited >= least;
      });
      await world.product().kill();
      await world.restart();
    }
    world.simulator.clearFaults();
    await waitFor(
      "everybody to be invited",
      async () => (await lead().event(id)).status === "scheduled",
      90_000,
    );
    await untilIdle(world, 60_000);
    expect(mailsOf("Killed lunch", 25)).toEqual(
      persons(25).map(() => "invitation"),
    );
  }, 180_000);

  it("sees before and after what fits into a day, and the rest goes out the next day", async () => {
    await world.close();
    await open({ WAVE_SIZE: "2", MAILBOX_RECIPIENTS_PER_DAY: "7" });
    const wanted = lunch(groupId, { title: "Long lunch", ...invited(10) });
    const preview = await lead().send<MailPreview>(
      "POST",
      "/api/events/preview",
      wanted,
    );
    expect(preview.body.sending).toMatchObject({
      waves: 5,
      waveSize: 2,
      recipients: 10,
      left: 7,
      perDay: 7,
      now: 6,
    });
    const hours = (at: string | null | undefined) =>
      Math.round((Date.parse(at ?? "") - Date.now()) / 3_600_000);
    expect(hours(preview.body.sending?.lastAt)).toBe(24);

    const id = await schedule("Long lunch", 10);
    const waiting = await waitFor("the day to be full", async () => {
      const event = await lead().event(id);
      return (
        event.progress.waitingFor === "nextTry" &&
        event.progress.invited === 6 &&
        event
      );
    });
    expect(waiting.progress.problem).toContain("as many mails as Exchange");
    expect(hours(waiting.progress.nextTryAt)).toBe(24);
    expect(hours(waiting.progress.lastAt)).toBe(24);
    const next = await lead().send<MailPreview>(
      "POST",
      "/api/events/preview",
      lunch(groupId, { title: "Another lunch", ...invited(1) }),
    );
    // What waits comes first.
    expect(next.body.sending).toMatchObject({ left: 0, now: 0 });

    const client = new pg.Client(world.database.connectionString);
    await client.connect();
    // That less time is left is no news: else members would hear of everything that leads do meanwhile.
    const ofLead = lead().follow(id);
    const ofMember = world.as(adele).follow(id);
    try {
      await waitFor("what they are told first", () =>
        Boolean(ofLead.latest() && ofMember.latest()?.progress.nextTryInMs),
      );
      await client.query("select pg_notify('event_changed', $1)", [id]);
      await waitFor("the lead's news", () => ofLead.changes() > 0);
      expect([ofLead.messages(), ofMember.messages()]).toEqual([1, 1]);
      expect(ofMember.changes()).toBe(0);
    } finally {
      await Promise.all([ofLead.close(), ofMember.close()]);
    }

    await client.query("update mailbox_use set span = span - interval '1 day'");
    await client.query("update waves set next_try_at = null");
    await client.query(
      "update pgboss.job set start_after = now() where name = 'events.publish' and state in ('created', 'retry')",
    );
    await client.end();
    await held.isOut(id);
    await untilIdle(world);
    expect(mailsOf("Long lunch", 10)).toEqual(
      persons(10).map(() => "invitation"),
    );
  }, 120_000);
});
