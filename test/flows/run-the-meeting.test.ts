import type { EventDetail } from "../../bot/contract/events.ts";
import type { FaultRuleInput } from "../../simulator/http/fault.ts";
import { untilIdle } from "../harness/idle.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

const team = "Women at Contoso";
const meetingPath = "/me/onlineMeetings/[^/]+$";
const newOwner = "LeeG@contoso.com";
const member = "AdeleV@contoso.com";

describe("the Teams meeting of an event", () => {
  let world: World;
  let groupId: string;
  beforeAll(async () => {
    world = await openWorld();
    await world.connectAccount();
    groupId = await world.groupId(team, people.lead);
    await untilIdle(world);
  });
  afterEach(() => world.simulator.clearFaults());
  afterAll(() => world.close());

  const lead = () => world.as(people.lead);
  const meeting = (title: string) => world.simulator.teamsMeeting(title);
  const schedule = async (title: string, more = {}) => {
    const { body, status } = await lead().send<EventDetail>(
      "POST",
      "/api/events",
      lunch(groupId, { title, ...more }),
    );
    expect(status).toBe(201);
    return body.id;
  };
  const until = (
    id: string,
    what: string,
    check: (run: NonNullable<EventDetail["meeting"]["forLeads"]>) => boolean,
  ) =>
    waitFor(what, async () => {
      const { forLeads } = (await lead().event(id)).meeting;
      return forLeads && check(forLeads) && forLeads;
    });
  const untilReady = (id: string) =>
    until(id, "the meeting to be set up", ({ state }) => state === "ready");
  const setConfidential = async (confidential: boolean) => {
    const { status } = await lead().send("PUT", `/api/groups/${groupId}`, {
      confidential,
    });
    expect(status).toBeLessThan(300);
    await untilIdle(world);
  };
  const callsAfter = (n: number) =>
    world.simulator
      .exchanges()
      .filter(
        (exchange) =>
          exchange.n > n && exchange.url.includes("/onlineMeetings"),
      )
      .map(({ method }) => method);
  const now = () => world.simulator.exchanges().at(-1)?.n ?? 0;
  const allMails = () =>
    world.simulator.world.people.flatMap(({ mail }) =>
      world.simulator.mailbox(mail).mails.map(({ id }) => id),
    ).length;
  const faultAtChange = (
    effect: FaultRuleInput["effect"],
    more: { times?: number } = {},
  ) =>
    world.simulator.setFault({
      service: "graph",
      method: "PATCH",
      path: meetingPath,
      effect,
      ...more,
    });

  it("is run by the group's leads, and receives the company without guests", async () => {
    const title = "Run by leads";
    const id = await schedule(title);
    const run = await untilReady(id);
    expect(run).toMatchObject({
      problem: null,
      leftOut: [],
      lobby: "company",
      chat: true,
    });
    expect(run.canRun).toContain("Megan Bowen");
    expect(meeting(title)).toMatchObject({
      chat: "enabled",
      lobby: "organizationExcludingGuests",
    });
    expect(meeting(title).coorganizers).toContain(people.lead);
    expect(meeting(title).coorganizers).not.toContain(people.organizer);
    const asMember = await world.as(member).event(id);
    expect(asMember.meeting).toMatchObject({ state: "ready", forLeads: null });
    expect(asMember.meeting.joinUrl).not.toBeNull();
  });

  it("follows who owns the team, at every coming event, and mails nobody", async () => {
    const titles = ["Follows leads 1", "Follows leads 2"];
    for (const title of titles)
      await untilReady(
        await schedule(title, {
          audience: { group: false, addresses: [member] },
        }),
      );
    const mails = allMails();
    world.simulator.addMember({ team, person: newOwner });
    world.simulator.addOwner({ team, person: newOwner });
    world.simulator.renameTeam({ team, name: team });
    for (const title of titles)
      await waitFor("the new owner to be co-organizer", () =>
        Promise.resolve(meeting(title).coorganizers.includes(newOwner)),
      );
    // Not invited, so that no mail and no event tells of it.
    expect(world.simulator.mailbox(newOwner).events).toEqual([]);
    world.simulator.removeOwner({ team, person: newOwner });
    world.simulator.removeMember({ team, person: newOwner });
    for (const title of titles)
      await waitFor("the former owner to be gone", () =>
        Promise.resolve(!meeting(title).coorganizers.includes(newOwner)),
      );
    expect(meeting(titles[0]!).others).not.toContain(newOwner);
    expect(meeting(titles[0]!).coorganizers).toContain(people.lead);
    await untilIdle(world);
    expect(allMails()).toBe(mails);
  });

  it("follows the group's confidentiality in chat and lobby alone", async () => {
    const title = "Follows confidentiality";
    const id = await schedule(title);
    await untilReady(id);
    const before = now();
    const mails = allMails();
    await setConfidential(true);
    expect(meeting(title)).toMatchObject({
      chat: "disabled",
      lobby: "invited",
    });
    expect(await untilReady(id)).toMatchObject({
      lobby: "invited",
      chat: false,
    });
    expect(meeting(title).coorganizers).toContain(people.lead);
    await setConfidential(false);
    expect(meeting(title)).toMatchObject({
      chat: "enabled",
      lobby: "organizationExcludingGuests",
    });
    // Neither change needs to know who takes part.
    expect(new Set(callsAfter(before))).toEqual(new Set(["PATCH"]));
    expect(allMails()).toBe(mails);
  });

  it("keeps the people whom Teams lists", async () => {
    world.simulator.changeSettings({ meetingAttendees: "invited" });
    const title = "Keeps the invited";
    await untilReady(await schedule(title));
    world.simulator.changeSettings({ meetingAttendees: "none" });
    expect(meeting(title).others).toContain(member);
    expect(meeting(title).coorganizers).toContain(people.lead);
    expect(meeting(title).others).not.toContain(people.lead);
  });

  it("is set up though Teams' answer was lost, with one look instead of a second change", async () => {
    faultAtChange({ kind: "reset", when: "after" });
    const title = "Lost answer";
    const before = now();
    await untilReady(await schedule(title));
    expect(meeting(title).coorganizers).toContain(people.lead);
    await untilIdle(world);
    expect(
      callsAfter(before).filter((method) => method === "GET"),
    ).toHaveLength(2);
  });

  it.each([0.5, 6])(
    "is set up after a pause of %d seconds that Teams asks for",
    async (retryAfterSeconds) => {
      faultAtChange({
        kind: "status",
        status: 429,
        retryAfterSeconds,
        when: "before",
      });
      const title = `Throttled ${retryAfterSeconds}`;
      await untilReady(await schedule(title));
      expect(meeting(title).chat).toBe("enabled");
    },
  );

  it("tells the lead when the permission is missing, asks nothing, and goes on when it is granted", async () => {
    const { simulator } = world;
    simulator.withdrawConsent(people.organizer);
    simulator.grantTo(people.organizer, [
      "User.Read",
      "Calendars.ReadWrite",
      "offline_access",
    ]);
    await world.as(people.admin).send("POST", "/api/accounts/check");
    await untilIdle(world);
    const before = now();
    const title = "Without the permission";
    const id = await schedule(title);
    const failed = await until(
      id,
      "the sentence about it",
      ({ state }) => state === "failed",
    );
    expect(failed.problem).toMatch(/Ask an administrator/);
    expect((await lead().event(id)).status).toBe("scheduled");
    expect(callsAfter(before)).toEqual([]);
    await world.connectAccount();
    expect(await untilReady(id)).toMatchObject({ problem: null });
    expect(meeting(title).coorganizers).toContain(people.lead);
  });

  it("is not tried again at once while Teams refuses it, and the event stands", async () => {
    faultAtChange(
      { kind: "status", status: 403, when: "before" },
      { times: 50 },
    );
    const before = now();
    const id = await schedule("Refused");
    const failed = await until(
      id,
      "the sentence about it",
      ({ state }) => state === "failed",
    );
    expect(failed.problem).toMatch(/does not let the service account/);
    await untilIdle(world);
    // The account is checked because of it, which reads a meeting, too.
    expect(
      callsAfter(before).filter((method) => method === "PATCH"),
    ).toHaveLength(1);
    const event = await lead().event(id);
    expect(event).toMatchObject({ status: "scheduled" });
    expect(event.meeting.joinUrl).not.toBeNull();
  });

  it("gets lobby and chat though Teams refuses a co-organizer", async () => {
    await setConfidential(true);
    world.simulator.changeSettings({ maxCoorganizers: 1 });
    world.simulator.addMember({ team, person: newOwner });
    world.simulator.addOwner({ team, person: newOwner });
    world.simulator.renameTeam({ team, name: team });
    await untilIdle(world);
    const title = "Too many";
    const id = await schedule(title);
    const failed = await until(
      id,
      "the sentence about it",
      ({ state }) => state === "failed",
    );
    expect(failed.problem).toMatch(/did not accept all/);
    expect(meeting(title)).toMatchObject({
      chat: "disabled",
      lobby: "invited",
    });
    world.simulator.changeSettings({ maxCoorganizers: 10 });
    await setConfidential(false);
    await untilReady(id);
    expect(meeting(title).coorganizers).toContain(people.lead);
  });

  it("costs nothing when nothing changes, and nothing when the event is cancelled", async () => {
    const id = await schedule("Quiet");
    await untilReady(id);
    await untilIdle(world);
    const before = now();
    const event = await lead().event(id);
    await lead().send(
      "POST",
      `/api/events/${id}/cancel`,
      { message: "" },
      { "If-Match": `"${event.version}"` },
    );
    await untilIdle(world);
    expect(callsAfter(before)).toEqual([]);
    expect((await lead().event(id)).meeting.forLeads).toBeNull();
  });
});
