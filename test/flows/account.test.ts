import pg from "pg";
import { untilIdle } from "../harness/idle.ts";
import { waitFor } from "../harness/wait-for.ts";
import {
  accountOf,
  beginSignIn,
  comeBack,
  signInAt,
} from "../harness/connect-account.ts";
import type { EventOfLead } from "../harness/api.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

describe("connecting the service account", () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  const admin = () => world.as(people.admin);
  const account = () => accountOf(admin());
  const begin = () => beginSignIn(admin());

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
      signIn: { state: "ended", outcome: "connected" },
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
    const callback = await signInAt(authorizeUrl, people.admin);
    const page = await comeBack(callback, cookie);
    expect(page.status).toBe(400);
    expect(page.text).toContain("isaiahl@contoso.com");
    expect(page.text).toContain("ergs@contoso.com");
    expect(await account()).toMatchObject({
      state: "notConnected",
      account: null,
      signIn: { state: "ended", outcome: "wrongAccount" },
    });
  });

  it("explains a cancelled sign-in together with a missing approval", async () => {
    const { authorizeUrl, cookie } = await begin();
    const callback = await signInAt(authorizeUrl, people.organizer, "cancel");
    const page = await comeBack(callback, cookie);
    expect(page.text).toMatch(/cancelled.*administrator/);
    expect(await account()).toMatchObject({
      state: "notConnected",
      signIn: { state: "ended", outcome: "denied" },
    });
  });

  it("forgets everything when it is disconnected, its subscription at Graph included", async () => {
    await world.connectAccount();
    await untilIdle(world);
    const before = await account();
    await admin().send("DELETE", `/api/accounts/${before.account?.id}`);
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
      .send<EventOfLead>("POST", "/api/events", lunch(groupId));
    return until(body.id, ({ status }) => status === "scheduled");
  };
  const until = (id: string, check: (event: EventOfLead) => boolean) =>
    waitFor("the event", async () => {
      const event = await world.as(people.lead).event(id);
      return check(event) && event;
    });
  const answerInOutlook = () =>
    world.simulator.respond({
      person: "AdeleV@contoso.com",
      subject: "Lunch and learn",
      response: "accepted",
    });
  const mails = () =>
    world.simulator.mailbox("AdeleV@contoso.com").mails.map(({ kind }) => kind);

  it("lets what concerns a disconnected account wait, and finishes it when it comes back", async () => {
    await world.connectAccount();
    const { id, version } = await scheduleLunch();
    const before = await account();
    await admin().send("DELETE", `/api/accounts/${before.account?.id}`);
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
      .send<EventOfLead>("POST", "/api/events", lunch(groupId));
    await until(
      body.id,
      ({ progress }) => progress.waitingFor === "serviceAccount",
    );
    expect(await account()).toMatchObject({
      state: "broken",
      problem: {
        code: "unreadableTokens",
        sentence: expect.stringContaining("TOKEN_ENCRYPTION_KEY") as string,
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

  it("goes on by itself after one refused call: the check that it asks for finds everything well", async () => {
    await world.connectAccount();
    const { id } = await scheduleLunch();
    world.simulator.setFault({
      service: "graph",
      // Of the answer's read: others may be under way.
      path: "/me/events/",
      times: 1,
      effect: { kind: "status", status: 401, when: "before" },
    });
    answerInOutlook();
    await until(id, ({ tally }) => tally.accepted === 1);
    expect(await account()).toMatchObject({
      state: "connected",
      problem: null,
    });
  });

  it("lets answers wait while the sign-in is revoked, and counts them after a new one", async () => {
    await world.connectAccount();
    const { id } = await scheduleLunch();
    world.simulator.revokeSessions(people.organizer);
    await admin().send("POST", "/api/accounts/check");
    expect((await account()).problem?.code).toBe("signInRevoked");
    answerInOutlook();
    await world.connectAccount();
    await until(id, ({ tally }) => tally.accepted === 1);
  });
});
