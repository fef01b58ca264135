import pg from "pg";
import type { EventOfLead } from "../harness/api.ts";
import {
  accountOf,
  beginSignIn,
  comeBack,
  signInAt,
} from "../harness/connect-account.ts";
import { set, spoilings } from "../harness/spoilings.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

describe("a connection that breaks", () => {
  let world: World;
  let groupId: string;
  beforeAll(async () => {
    world = await openWorld();
    groupId = await world.groupId("Women at Contoso", people.lead);
    await world.connectAccount();
  });
  afterAll(() => world.close());

  const admin = () => world.as(people.admin);
  const lead = () => world.as(people.lead);
  const check = () => admin().send("POST", "/api/accounts/check");
  const invitationsOf = (title: string) =>
    world.simulator
      .mailbox("AdeleV@contoso.com")
      .mails.filter(
        ({ kind, subject }) => kind === "invitation" && subject.includes(title),
      ).length;
  const schedule = async (title: string) => {
    const { body } = await lead().send<EventOfLead>(
      "POST",
      "/api/events",
      lunch(groupId, { title }),
    );
    return body.id;
  };
  const until = (id: string, seen: (event: EventOfLead) => boolean) =>
    waitFor("the event", async () => seen(await lead().event(id)));

  it.each(spoilings)(
    "by $name: says so with its cure, lets work wait, and goes on by itself when it is well",
    async ({ name, spoil, repair, code, sentence, cure }) => {
      spoil(world);
      await check();
      const view = await accountOf(admin());
      expect(view).toMatchObject({
        state: "broken",
        setUpComplete: false,
        problem: { code },
      });
      expect(view.problem?.sentence).toMatch(sentence);
      expect(view.problem?.cure).toMatch(cure);
      expect(
        view.checks.some(
          ({ state, sentence: words }) =>
            state === "problem" && sentence.test(words),
        ),
      ).toBe(true);
      // The lead reads it too, in words of their own; a member is not concerned.
      expect((await lead().me()).serviceAccountNotice).toMatch(
        /cannot go out at the moment.*is kept and sent afterwards/,
      );
      expect(
        (await world.as("AdeleV@contoso.com").me()).serviceAccountNotice,
      ).toBeNull();

      const title = `Lunch with ${name}`;
      const id = await schedule(title);
      await until(
        id,
        ({ progress }) => progress.waitingFor === "serviceAccount",
      );
      expect(invitationsOf(title)).toBe(0);

      await repair(world);
      await check();
      expect(await accountOf(admin())).toMatchObject({
        state: "connected",
        problem: null,
      });
      await until(id, ({ status }) => status === "scheduled");
      expect(invitationsOf(title)).toBe(1);
      expect((await lead().me()).serviceAccountNotice).toBeNull();
      set({ conditionalAccess: "none", appAssignment: "notRequired" })(world);
    },
  );

  it("is noticed although many calls are refused at once, and all their events go out after the repair", async () => {
    world.simulator.withdrawConsent(people.organizer);
    world.simulator.grantTo(people.organizer, ["User.Read", "offline_access"]);
    // The token at hand still has the permission; Graph itself refuses.
    world.simulator.setFault({
      service: "graph",
      path: "/me/(events|calendar)",
      times: null,
      effect: { kind: "status", status: 403, when: "before" },
    });
    const titles = [1, 2, 3, 4, 5, 6].map((n) => `Lunch refused ${n}`);
    const ids = await Promise.all(titles.map(schedule));
    await waitFor("the broken connection", async () => {
      const view = await accountOf(admin());
      return view.state === "broken" && view;
    });
    world.simulator.clearFaults();
    await world.connectAccount();
    for (const id of ids)
      await until(id, ({ status }) => status === "scheduled");
    expect(titles.map(invitationsOf)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it("counts an answer that was given while Microsoft did not answer, once it does", async () => {
    const id = await schedule("Lunch through an outage");
    await until(id, ({ status }) => status === "scheduled");
    world.simulator.setFault({
      service: "graph",
      times: null,
      effect: { kind: "status", status: 503, when: "before" },
    });
    world.simulator.respond({
      person: "AdeleV@contoso.com",
      subject: "Lunch through an outage",
      response: "accepted",
    });
    await check();
    // The job that would have read it has used up its tries.
    await inDatabase(
      world,
      "delete from pgboss.job where name = 'responses.read'",
    );
    world.simulator.clearFaults();
    await check();
    await until(id, ({ tally }) => tally.accepted === 1);
  });

  it("is noticed by the daily work, confirmed by a check, and lets a lost create be finished once", async () => {
    set({ serviceAccountMailbox: "missing" })(world);
    const id = await schedule("Lunch without a mailbox");
    await waitFor("the broken connection", async () => {
      const view = await accountOf(admin());
      return view.state === "broken" && view.checkedAt !== null && view;
    });
    await until(id, ({ progress }) => progress.waitingFor === "serviceAccount");
    set({ serviceAccountMailbox: "ok" })(world);
    // The next check comes by the clock; at a start those that are due come at once.
    await world.product().stop();
    await dueNow(world);
    await world.restart();
    await until(id, ({ status }) => status === "scheduled");
    expect(invitationsOf("Lunch without a mailbox")).toBe(1);
  });

  it("is degraded, not broken, without Teams: invitations go out without a link, and it says so", async () => {
    set({ serviceAccountTeamsLicense: false })(world);
    const id = await schedule("Lunch without Teams");
    await until(id, ({ status }) => status === "scheduled");
    const view = await waitFor(
      "the check that the event asked for",
      async () => {
        const seen = await accountOf(admin());
        return seen.state === "degraded" && seen;
      },
    );
    expect(view).toMatchObject({
      problem: { code: "noTeamsMeetings", guide: "licence" },
      setUpComplete: false,
    });
    expect((await lead().me()).serviceAccountNotice).toMatch(
      /without a Teams link/,
    );
    set({ serviceAccountTeamsLicense: true })(world);
    await check();
    expect(await accountOf(admin())).toMatchObject({
      state: "connected",
      setUpComplete: true,
    });
  });

  it("keeps what works when an optional permission is taken away", async () => {
    const { simulator } = world;
    simulator.withdrawConsent(people.organizer);
    simulator.grantTo(people.organizer, [
      "User.Read",
      "Calendars.ReadWrite",
      "offline_access",
    ]);
    await check();
    const view = await accountOf(admin());
    expect(view).toMatchObject({
      state: "degraded",
      problem: { code: "somePermissionsMissing", guide: "approval" },
    });
    const id = await schedule("Lunch with fewer permissions");
    await until(id, ({ status }) => status === "scheduled");
    await world.connectAccount();
    expect((await accountOf(admin())).state).toBe("connected");
  });

  it.each([
    [120, "ahead"],
    [-120, "behind"],
  ])("shows a clock that is %d seconds %s", async (clockSkewSeconds) => {
    set({ clockSkewSeconds })(world);
    await check();
    const view = await accountOf(admin());
    expect(view.problem).toMatchObject({ code: "clockOff", guide: "operator" });
    expect(view.problem?.sentence).toMatch(/clock differs/);
    set({ clockSkewSeconds: 0 })(world);
    await check();
    expect((await accountOf(admin())).state).toBe("connected");
  });

  it("stays connected through an outage of Microsoft's, and says what could not be found out", async () => {
    for (const service of ["graph", "entra"] as const) {
      world.simulator.setFault({
        service,
        times: null,
        effect: { kind: "status", status: 503, when: "before" },
      });
      await check();
      const view = await accountOf(admin());
      expect(view.state).toBe("connected");
      expect(
        view.checks.find(({ name }) => name === "mailbox")?.sentence,
      ).toMatch(/could not be found out/);
      world.simulator.clearFaults();
    }
    await check();
    expect((await accountOf(admin())).setUpComplete).toBe(true);
  });

  it("tells a person at Entra's page what is so, in words of the product's once they are back", async () => {
    set({ adminApprovalRequired: true, approvalWallAnswer: "consentRequired" })(
      world,
    );
    world.simulator.withdrawConsent(people.organizer);
    const opened = await beginSignIn(admin());
    const callback = await signInAt(
      opened.authorizeUrl,
      people.organizer,
      "cancel",
    );
    const page = await comeBack(callback, opened.cookie);
    expect(page.text).toMatch(
      /wants an administrator to approve the permissions first/,
    );
    set({
      adminApprovalRequired: false,
      approvalWallAnswer: "accessDeniedCancel",
    })(world);
    await world.connectAccount();
  });
});

/** Lets time pass for the checks. */
const dueNow = (world: World) =>
  inDatabase(world, "update service_accounts set next_check_at = now()");

async function inDatabase(world: World, statement: string): Promise<void> {
  const client = new pg.Client(world.database.connectionString);
  await client.connect();
  await client.query(statement);
  await client.end();
}
