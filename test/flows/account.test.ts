import pg from "pg";
import type { ServiceAccountView } from "../../bot/contract/accounts.ts";
import { untilIdle } from "../harness/idle.ts";
import { waitFor } from "../harness/wait-for.ts";
import { pressThrough } from "../../simulator/testing/sign-in.ts";
import { openWorld, people, type World } from "../harness/world.ts";

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
      /^__Host-sign-in=[\w-]+; Path=\/; Secure; HttpOnly; SameSite=Lax/,
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
    expect(
      await finish(callback, "__Host-sign-in=somebody-elses"),
    ).toMatchObject({ status: 400 });
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
});
