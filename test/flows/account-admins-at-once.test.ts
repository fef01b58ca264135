import type { ServiceAccountView } from "../../bot/contract/accounts.ts";
import type { EventDetail } from "../../bot/contract/events.ts";
import {
  accountOf,
  beginSignIn,
  comeBack,
  confirm,
  connectAccount,
  openLink,
  signInAt,
} from "../harness/connect-account.ts";
import { untilIdle } from "../harness/idle.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

/** An ordinary account that the organization chooses as its next organizer. */
const nextAccount = "AllanD@contoso.com";

describe("an organization that goes over to another account", () => {
  let world: World;
  let eventId: string;
  beforeAll(async () => {
    world = await openWorld();
    await world.connectAccount();
    const groupId = await world.groupId("Women at Contoso", people.lead);
    const { body } = await world
      .as(people.lead)
      .send<EventDetail>("POST", "/api/events", lunch(groupId));
    eventId = body.id;
    await waitFor("the invitations", async () => {
      const event = await world.as(people.lead).event(eventId);
      return event.status === "scheduled";
    });
    await world.product().stop();
    await world.restart({ SERVICE_ACCOUNT_UPN: nextAccount });
  });
  afterAll(() => world.close());

  const admin = () => world.as(people.admin);
  const check = async () =>
    (await admin().send<ServiceAccountView>("POST", "/api/accounts/check"))
      .body;

  it("reads that another one is expected, while the old one goes on", async () => {
    const view = await check();
    expect(view.state).toBe("connected");
    expect(
      view.checks.find(({ name }) => name === "account")?.sentence,
    ).toMatch(/expects another account by now/);
  });

  it("keeps the old one for its own events, says when that breaks, and takes its sign-in again for them", async () => {
    await connectAccount(admin(), nextAccount);
    world.simulator.revokeSessions(people.organizer);
    const broken = await check();
    expect(broken).toMatchObject({
      state: "connected",
      account: { upn: nextAccount.toLowerCase() },
      earlier: [
        {
          upn: people.organizer,
          state: "broken",
          upcomingEvents: 1,
          problem: expect.stringMatching(
            /sign in as ergs@contoso\.com/,
          ) as string,
        },
      ],
    });
    const opened = await beginSignIn(admin());
    await comeBack(
      await signInAt(opened.authorizeUrl, people.organizer),
      opened.cookie,
    );
    expect((await accountOf(admin())).signIn).toMatchObject({
      state: "toConfirm",
      consequence: expect.stringMatching(/goes on with the events/) as string,
    });
    const repaired = await confirm(admin());
    expect(repaired).toMatchObject({
      account: { upn: nextAccount.toLowerCase() },
      earlier: [{ upn: people.organizer, state: "connected", problem: null }],
    });
    world.simulator.respond({
      person: "AdeleV@contoso.com",
      subject: "Lunch and learn",
      response: "accepted",
    });
    await waitFor("the answer", async () => {
      const event = await world.as(people.lead).event(eventId);
      return event.tally.accepted === 1;
    });
  });

  it("still takes nobody else", async () => {
    const opened = await beginSignIn(admin());
    const page = await comeBack(
      await signInAt(opened.authorizeUrl, people.lead),
      opened.cookie,
    );
    expect(page.text).toMatch(/Nothing was stored/);
  });
});

describe("admins who do things at the same time", () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
    await world.connectAccount();
    await untilIdle(world);
  });
  afterEach(() => world.close());

  const admin = () => world.as(people.admin);

  it("get no error when one disconnects while the other confirms", async () => {
    for (let round = 0; round < 4; round += 1) {
      const { account } = await accountOf(admin());
      const opened = await beginSignIn(admin());
      await comeBack(
        await signInAt(opened.authorizeUrl, people.organizer),
        opened.cookie,
      );
      const { signIn } = await accountOf(admin());
      const answers = await Promise.all([
        admin().send("POST", `/api/accounts/sign-ins/${signIn?.id}/confirm`),
        admin().send("DELETE", `/api/accounts/${account?.id}`),
        admin().send("POST", "/api/accounts/check"),
      ]);
      for (const { status } of answers) expect([200, 409]).toContain(status);
      await connectAccount(admin(), people.organizer);
    }
  }, 60_000);

  it("are told by sentences when Entra does not answer, on pages and in the tab", async () => {
    const ticket = await admin().send<{ signInUrl: string }>(
      "POST",
      "/api/accounts/connect",
    );
    // What is known of Entra's addresses is kept by no client of before.
    world.simulator.setFault({
      service: "entra",
      times: null,
      effect: { kind: "reset", when: "before" },
    });
    const page = await openLink(ticket.body.signInUrl);
    expect(page.headers.get("content-type")).toMatch(/^text\/html/);
    expect(await page.text()).toMatch(/did not answer\. Try again/);
    expect(
      await admin().send("POST", "/api/accounts/admin-consent"),
    ).toMatchObject({ status: 503, body: { code: "signInUnavailable" } });
    world.simulator.clearFaults();
    // The ticket was not used up by it.
    expect((await openLink(ticket.body.signInUrl)).status).toBe(303);
    const done = await fetch(`${world.product().url}/auth/done`);
    expect(await done.text()).toMatch(/You can close this window/);
  });

  it("read which secret is wrong at the first sign-in", async () => {
    const opened = await beginSignIn(admin());
    const callback = await signInAt(opened.authorizeUrl, people.organizer);
    world.simulator.changeSettings({ clientSecret: "wrong" });
    const page = await comeBack(callback, opened.cookie);
    expect(page.text).toMatch(
      /does not accept the app registration's secret.*AAD_APP_CLIENT_SECRET/s,
    );
    expect(world.product().log()).not.toMatch(/ergs@contoso\.com/i);
  });
});
