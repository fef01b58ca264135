import pg from "pg";
import type { ServiceAccountView } from "../../bot/contract/accounts.ts";
import { untilIdle } from "../harness/idle.ts";
import { waitFor } from "../harness/wait-for.ts";
import { pressThrough } from "../../simulator/testing/sign-in.ts";
import type { EventDetail } from "../../bot/contract/events.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

describe("connecting the service account", () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  const account = async (): Promise<ServiceAccountView> =>
    (
      await world
        .as(people.admin)
        .send<ServiceAccountView>("GET", "/api/accounts")
    ).body;

  /** Opens the link in a browser: gives Entra's address and the cookie. */
  const begin = async () => {
    const ticket = await world
      .as(people.admin)
      .send<{ signInUrl: string }>("POST", "/api/accounts/connect");
    const started = await fetch(ticket.body.signInUrl, { redirect: "manual" });
    const setCookie = started.headers.get("set-cookie") ?? "";
    return {
      signInUrl: ticket.body.signInUrl,
      authorizeUrl: started.headers.get("location") ?? "",
      setCookie,
      cookie: setCookie.split(";")[0] ?? "",
    };
  };
  const finish = async (callback: string, cookie: string) => {
    const response = await fetch(callback, { headers: { cookie } });
    return { status: response.status, text: await response.text() };
  };
  const signIn = async (
    authorizeUrl: string,
    address: string,
    decision: "accept" | "cancel" = "accept",
  ) => {
    const last = await pressThrough(authorizeUrl, {
      account: address,
      decision,
    });
    return last.headers.get("location") ?? "";
  };

  it("asks Entra with PKCE, nonce, the expected account and only the delegated scopes", async () => {
    const { authorizeUrl, setCookie } = await begin();
    const query = new URL(authorizeUrl).searchParams;
    expect(Object.fromEntries(query)).toMatchObject({
      response_type: "code",
      code_challenge_method: "S256",
      prompt: "select_account",
      login_hint: "ergs@contoso.com",
    });
    expect(query.get("nonce")).toMatch(/.{20,}/);
    expect(query.get("scope")?.split(" ").sort()).toEqual(
      [
        "Calendars.ReadWrite",
        "Mail.Send",
        "OnlineMeetingArtifact.Read.All",
        "OnlineMeetings.Read",
        "OnlineMeetings.ReadWrite",
        "User.Read",
        "offline_access",
        "openid",
        "profile",
      ].sort(),
    );
    expect(setCookie).toMatch(
      /^sign-in=[\w-]+; Path=\/; HttpOnly; SameSite=Lax/,
    );
  });

  it("stores tokens sealed: nothing of them is readable in the database", async () => {
    await world.connectAccount();
    expect(await account()).toMatchObject({
      state: "connected",
      account: { upn: "ergs@contoso.com", displayName: "Contoso ERGs" },
      lastSignIn: { outcome: "connected" },
    });

    const client = new pg.Client(world.database.connectionString);
    await client.connect();
    const { rows } = await client.query<{ sealed: Buffer }>(
      "select sealed from token_caches union all select sealed_secrets from sign_ins where sealed_secrets is not null",
    );
    await client.end();
    expect(rows).toHaveLength(1);
    for (const { sealed } of rows)
      expect(sealed.toString("latin1")).not.toMatch(
        /refresh|access|secret|ergs|contoso/i,
      );
  });

  it("stores nothing of a wrong account and says which came and which was expected", async () => {
    const { authorizeUrl, cookie } = await begin();
    const callback = await signIn(authorizeUrl, people.admin);
    const page = await finish(callback, cookie);
    expect(page.status).toBe(400);
    expect(page.text).toContain("isaiahl@contoso.com");
    expect(page.text).toContain("ergs@contoso.com");
    expect(await account()).toMatchObject({
      state: "notConnected",
      account: null,
      lastSignIn: { outcome: "wrongAccount" },
    });
  });

  it("explains a cancelled sign-in together with a missing approval", async () => {
    const { authorizeUrl, cookie } = await begin();
    const callback = await signIn(authorizeUrl, people.organizer, "cancel");
    const page = await finish(callback, cookie);
    expect(page.text).toMatch(/cancelled.*administrator/);
    expect(await account()).toMatchObject({
      state: "notConnected",
      lastSignIn: { outcome: "denied" },
    });
  });

  it("takes each answer once, in the browser that began, for ten minutes", async () => {
    const first = await begin();
    const callback = await signIn(first.authorizeUrl, people.organizer);
    expect(await finish(callback, "")).toMatchObject({ status: 400 });
    expect(await finish(callback, "sign-in=somebody-elses")).toMatchObject({
      status: 400,
    });
    expect(await account()).toMatchObject({ state: "notConnected" });
    expect(await finish(callback, first.cookie)).toMatchObject({ status: 200 });
    expect(await finish(callback, first.cookie)).toMatchObject({ status: 400 });
    // The used link does not open the sign-in page again.
    expect((await fetch(first.signInUrl, { redirect: "manual" })).status).toBe(
      400,
    );
    expect(await account()).toMatchObject({ state: "connected" });
  });

  it("refuses a state that it did not give, whatever the code", async () => {
    const { cookie, authorizeUrl } = await begin();
    const callback = new URL(await signIn(authorizeUrl, people.organizer));
    callback.searchParams.set("state", "forged");
    expect(await finish(callback.href, cookie)).toMatchObject({ status: 400 });
    expect(await account()).toMatchObject({ state: "notConnected" });
  });

  it("notices a mailbox without a Teams licence", async () => {
    world.simulator.changeSettings({ serviceAccountTeamsLicense: false });
    await world.connectAccount();
    const seen = await waitFor("the check", async () => {
      const view = await account();
      return view.problem && view;
    });
    expect(seen).toMatchObject({
      state: "connected",
      account: { teamsMeetings: "unavailable" },
      problem: { code: "noTeamsLicence" },
    });
  });

  it("forgets everything when it is disconnected, its subscription at Graph included", async () => {
    await world.connectAccount();
    await untilIdle(world);
    await world.as(people.admin).send("DELETE", "/api/accounts");
    expect(await account()).toMatchObject({
      state: "notConnected",
      account: null,
    });
    const calls = world.simulator
      .exchanges()
      .filter(({ service }) => service === "graph")
      .map(({ method, status }) => `${method} ${status}`);
    expect(calls.at(-1)).toBe("DELETE 204");
  });

  const scheduleLunch = async () => {
    const groupId = await world.groupId("Women at Contoso", people.lead);
    const { body } = await world
      .as(people.lead)
      .send<EventDetail>("POST", "/api/events", lunch(groupId));
    return until(body.id, ({ status }) => status === "scheduled");
  };
  const until = (id: string, check: (event: EventDetail) => boolean) =>
    waitFor("the event", async () => {
      const event = await world.as(people.lead).event(id);
      return check(event) && event;
    });
  const mails = () =>
    world.simulator.mailbox("AdeleV@contoso.com").mails.map(({ kind }) => kind);

  it("lets what concerns a disconnected account wait, and finishes it when it comes back", async () => {
    await world.connectAccount();
    const { id, version } = await scheduleLunch();
    await world.as(people.admin).send("DELETE", "/api/accounts");
    await world
      .as(people.lead)
      .send(
        "POST",
        `/api/events/${id}/cancel`,
        { message: "" },
        { "If-Match": `"${version}"` },
      );
    await until(id, ({ progress }) => progress.waitingFor === "serviceAccount");
    expect(mails()).toEqual(["invitation"]);
    await world.connectAccount();
    await until(id, ({ status }) => status === "cancelled");
    expect(mails()).toEqual(["cancellation", "invitation"]);
  });

  it("says what to do when the stored sign-in cannot be read any more", async () => {
    await world.connectAccount();
    await untilIdle(world);
    await world.product().stop();
    await world.restart({ TOKEN_ENCRYPTION_KEY: "6b".repeat(32) });
    const groupId = await world.groupId("Women at Contoso", people.lead);
    const { body } = await world
      .as(people.lead)
      .send<EventDetail>("POST", "/api/events", lunch(groupId));
    await until(
      body.id,
      ({ progress }) => progress.waitingFor === "serviceAccount",
    );
    expect(await account()).toMatchObject({
      state: "broken",
      problem: {
        code: "unreadableTokens",
        message: expect.stringContaining("TOKEN_ENCRYPTION_KEY") as string,
      },
    });
    await world.connectAccount();
    await until(body.id, ({ status }) => status === "scheduled");
    expect(mails()).toEqual(["invitation"]);
  });

  it("moves the subscription when the product moves to another address", async () => {
    await world.connectAccount();
    await untilIdle(world);
    await world.product().stop();
    const moved = world.product().url.replace("localhost", "127.0.0.1");
    await world.restart({ PUBLIC_URL: moved });
    const created = await waitFor("the new subscription", () =>
      world.simulator
        .exchanges()
        .filter(
          ({ method, url, status }) =>
            method === "POST" &&
            url.endsWith("/subscriptions") &&
            status === 201,
        )
        .at(1),
    );
    expect(created.requestBody).toMatchObject({
      notificationUrl: `${moved}/api/notifications`,
    });
  });

  it("notices a revoked sign-in wherever it shows, and goes on after a new one", async () => {
    await world.connectAccount();
    const { id } = await scheduleLunch();
    world.simulator.setFault({
      service: "graph",
      times: 1,
      effect: { kind: "status", status: 401, when: "before" },
    });
    world.simulator.respond({
      person: "AdeleV@contoso.com",
      subject: "Lunch and learn",
      response: "accepted",
    });
    await waitFor("the broken account", async () => {
      return (await account()).state === "broken";
    });
    expect((await account()).problem?.code).toBe("signInNeeded");
    await world.connectAccount();
    await until(id, ({ tally }) => tally.accepted === 1);
  });
});
