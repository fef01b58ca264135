import pg from "pg";
import {
  accountOf,
  beginSignIn,
  comeBack,
  confirm,
  openLink,
  signInAt,
  type OpenedSignIn,
} from "../harness/connect-account.ts";
import { openWorld, people, type World } from "../harness/world.ts";

const otherAdmin = "HenriettaM@contoso.com";

describe("what an attacker may try while an account is connected", () => {
  let world: World;
  let client: pg.Client;
  beforeAll(async () => {
    // A second admin, by configuration.
    world = await openWorld();
    await world.product().stop();
    await world.restart({ ADMIN_USERS: idOf(otherAdmin) });
    client = new pg.Client(world.database.connectionString);
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await world.close();
  });
  beforeEach(() =>
    client.query("delete from sign_ins; delete from service_accounts"),
  );

  const idOf = (person: string) =>
    world.simulator.world.personByAddress(person)?.id ?? "";
  const admin = () => world.as(people.admin);

  /** Tokens and accounts that are stored in any form, waiting ones included. */
  const stored = async (): Promise<number> => {
    const { rows } = await client.query<{ count: number }>(
      `select (select count(*) from service_accounts) + (select count(*) from token_caches)
        + (select count(*) from sign_ins where state = 'toConfirm' or came is not null) as count`,
    );
    return Number(rows[0]?.count);
  };
  const expectRefused = async (
    page: { status: number; text: string },
    words: RegExp,
  ) => {
    expect(page.status).toBe(400);
    expect(page.text).toMatch(words);
    expect(page.text).not.toMatch(/AADSTS|Error|invalid_|stack/);
    expect(await stored()).toBe(0);
  };
  const with_ = (callback: string, changes: Record<string, string | null>) => {
    const url = new URL(callback);
    for (const [name, value] of Object.entries(changes))
      if (value === null) url.searchParams.delete(name);
      else url.searchParams.set(name, value);
    return url.href;
  };
  const stateOf = (callback: string) =>
    new URL(callback).searchParams.get("state") ?? "";
  const codeOf = (callback: string) =>
    new URL(callback).searchParams.get("code") ?? "";
  const signedIn = async (opened: OpenedSignIn) =>
    signInAt(opened.authorizeUrl, people.organizer);

  it("refuses a state that it did not give", async () => {
    const opened = await beginSignIn(admin());
    const callback = await signedIn(opened);
    for (const state of ["forged", "", "'; drop table sign_ins; --"])
      await expectRefused(
        await comeBack(with_(callback, { state }), opened.cookie),
        /has been used or is older than ten minutes/,
      );
    await expectRefused(
      await comeBack(with_(callback, { state: null }), opened.cookie),
      /has been used/,
    );
  });

  it("does not take the link's ticket for a state, or a state for a ticket", async () => {
    const opened = await beginSignIn(admin());
    const callback = await signedIn(opened);
    const ticket = new URL(opened.signInUrl).searchParams.get("ticket") ?? "";
    await expectRefused(
      await comeBack(with_(callback, { state: ticket }), opened.cookie),
      /has been used/,
    );
    const link = with_(opened.signInUrl, { ticket: stateOf(callback) });
    expect((await openLink(link)).status).toBe(400);
  });

  it("takes an answer from the browser alone that opened the link, and leaves it good for that one", async () => {
    const opened = await beginSignIn(admin());
    const callback = await signedIn(opened);
    for (const cookie of [
      "",
      "sign-in=somebody-elses",
      `sign-in=${stateOf(callback)}`,
      `other=${opened.cookie.split("=")[1]}`,
    ])
      await expectRefused(
        await comeBack(callback, cookie),
        /started in another browser/,
      );
    expect(await comeBack(callback, opened.cookie)).toMatchObject({
      status: 200,
    });
  });

  it("does not mix the sign-ins of two admins", async () => {
    const mine = await beginSignIn(admin());
    const theirs = await beginSignIn(world.as(otherAdmin));
    const myCallback = await signedIn(mine);
    const theirCallback = await signedIn(theirs);
    await expectRefused(
      await comeBack(myCallback, theirs.cookie),
      /another browser/,
    );
    await expectRefused(
      await comeBack(theirCallback, mine.cookie),
      /another browser/,
    );
    // Their code with my state and browser: it was not asked for with my verifier.
    await expectRefused(
      await comeBack(
        with_(myCallback, { code: codeOf(theirCallback) }),
        mine.cookie,
      ),
      /did not complete the sign-in/,
    );
  });

  it("takes an answer once", async () => {
    const opened = await beginSignIn(admin());
    const callback = await signedIn(opened);
    expect((await comeBack(callback, opened.cookie)).status).toBe(200);
    const waiting = await stored();
    expect(await comeBack(callback, opened.cookie)).toMatchObject({
      status: 400,
      text: expect.stringContaining("has been used") as string,
    });
    expect(await stored()).toBe(waiting);
  });

  it("takes one of two answers that come in the same moment", async () => {
    const opened = await beginSignIn(admin());
    const callback = await signedIn(opened);
    const pages = await Promise.all(
      [1, 2, 3, 4].map(() => comeBack(callback, opened.cookie)),
    );
    expect(pages.map(({ status }) => status).toSorted()).toEqual([
      200, 400, 400, 400,
    ]);
  });

  it("refuses an answer that comes too late", async () => {
    const opened = await beginSignIn(admin());
    const callback = await signedIn(opened);
    await client.query(
      "update sign_ins set expires_at = now() - interval '1 second'",
    );
    await expectRefused(
      await comeBack(callback, opened.cookie),
      /older than ten minutes/,
    );
  });

  it.each(["code_challenge", "code_challenge_method"])(
    "gets nothing by a request without %s",
    async (parameter) => {
      const opened = await beginSignIn(admin());
      const callback = await signInAt(
        with_(opened.authorizeUrl, { [parameter]: null }),
        people.organizer,
      );
      await expectRefused(
        await comeBack(callback, opened.cookie),
        /reported a problem/,
      );
    },
  );

  it("gets nothing by a request without a challenge where Entra does not insist on one", async () => {
    world.simulator.changeSettings({ pkceRequired: false });
    const opened = await beginSignIn(admin());
    const callback = await signInAt(
      with_(opened.authorizeUrl, {
        code_challenge: null,
        code_challenge_method: null,
      }),
      people.organizer,
    );
    expect(codeOf(callback)).not.toBe("");
    await expectRefused(
      await comeBack(callback, opened.cookie),
      /did not complete the sign-in/,
    );
    world.simulator.changeSettings({ pkceRequired: true });
  });

  it("refuses tokens that were asked for with another challenge or nonce", async () => {
    const spoilt: Record<string, string | null>[] = [
      { code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM" },
      { nonce: "somebody-elses" },
      { nonce: null },
    ];
    for (const changes of spoilt) {
      const opened = await beginSignIn(admin());
      const callback = await signInAt(
        with_(opened.authorizeUrl, changes),
        people.organizer,
      );
      await expectRefused(
        await comeBack(callback, opened.cookie),
        /did not complete the sign-in/,
      );
    }
  });

  it("refuses an account of another organization, whatever its name", async () => {
    world.simulator.changeSettings({ signedInTenant: "other" });
    const opened = await beginSignIn(admin());
    const callback = await signedIn(opened);
    await expectRefused(
      await comeBack(
        with_(callback, { tenant: world.simulator.world.tenant.id }),
        opened.cookie,
      ),
      /belongs to another organization\. Nothing was stored/,
    );
    world.simulator.changeSettings({ signedInTenant: "own" });
  });

  it("refuses a code that it did not get, or that was used", async () => {
    for (const code of ["1.forged", ""]) {
      const opened = await beginSignIn(admin());
      const callback = await signedIn(opened);
      await expectRefused(
        await comeBack(with_(callback, { code }), opened.cookie),
        /did not complete the sign-in/,
      );
    }
  });

  it("opens a link once, and not by looking at it", async () => {
    const ticket = await admin().send<{ signInUrl: string }>(
      "POST",
      "/api/accounts/connect",
    );
    const { signInUrl } = ticket.body;
    // What programs that look at links do.
    for (const method of ["GET", "HEAD", "GET"])
      await fetch(signInUrl, { method });
    const pages = await Promise.all([
      openLink(signInUrl),
      openLink(signInUrl),
      openLink(signInUrl),
    ]);
    expect(pages.map(({ status }) => status).toSorted()).toEqual([
      303, 400, 400,
    ]);
    expect((await fetch(signInUrl)).status).toBe(400);
    expect((await openLink(with_(signInUrl, { ticket: "no" }))).status).toBe(
      400,
    );
  });

  it("opens no link that is too old or was replaced by another", async () => {
    const first = await admin().send<{ signInUrl: string }>(
      "POST",
      "/api/accounts/connect",
    );
    const second = await admin().send<{ signInUrl: string }>(
      "POST",
      "/api/accounts/connect",
    );
    expect((await openLink(first.body.signInUrl)).status).toBe(400);
    await client.query(
      "update sign_ins set expires_at = now() - interval '1 second'",
    );
    expect((await openLink(second.body.signInUrl)).status).toBe(400);
  });

  it("lets nobody confirm but who began, in time and not after a no", async () => {
    const opened = await beginSignIn(admin());
    await comeBack(await signedIn(opened), opened.cookie);
    const { signIn } = await accountOf(admin());
    const path = `/api/accounts/sign-ins/${signIn?.id}`;
    const nobody = await fetch(`${world.product().url}${path}/confirm`, {
      method: "POST",
    });
    expect(nobody.status).toBe(401);
    for (const [person, status] of [
      ["AdeleV@contoso.com", 403],
      [people.lead, 403],
      [otherAdmin, 404],
    ] as const)
      for (const [method, route] of [
        ["POST", `${path}/confirm`],
        ["DELETE", path],
      ] as const)
        expect(await world.as(person).send(method, route)).toMatchObject({
          status,
        });
    expect((await accountOf(world.as(otherAdmin))).signIn).toBeNull();
    expect((await accountOf(admin())).state).toBe("notConnected");

    await admin().send("DELETE", path);
    expect(await stored()).toBe(1);
    expect(await admin().send("POST", `${path}/confirm`)).toMatchObject({
      status: 409,
    });
    const { rows } = await client.query("select sealed_secrets from sign_ins");
    expect(rows).toEqual([{ sealed_secrets: null }]);

    const again = await beginSignIn(admin());
    await comeBack(await signedIn(again), again.cookie);
    const waiting = (await accountOf(admin())).signIn;
    await client.query(
      "update sign_ins set expires_at = now() - interval '1 second'",
    );
    expect(
      await admin().send(
        "POST",
        `/api/accounts/sign-ins/${waiting?.id}/confirm`,
      ),
    ).toMatchObject({ status: 409 });
    expect((await accountOf(admin())).state).toBe("notConnected");
  });

  it("says the same when a confirmation is repeated", async () => {
    const opened = await beginSignIn(admin());
    await comeBack(await signedIn(opened), opened.cookie);
    const { signIn } = await accountOf(admin());
    const first = await confirm(admin());
    const second = await admin().send(
      "POST",
      `/api/accounts/sign-ins/${signIn?.id}/confirm`,
    );
    expect(second).toMatchObject({
      status: 200,
      body: { state: "connected", account: { id: first.account?.id } },
    });
  });

  it("takes the way back from the tenant-wide link for a note, once, and for nothing else", async () => {
    const link = await admin().send<{ url: string }>(
      "POST",
      "/api/accounts/admin-consent",
    );
    const state = new URL(link.body.url).searchParams.get("state") ?? "";
    const back = (query: Record<string, string>) =>
      comeBack(
        `${world.product().url}/auth/admin-consent?${new URLSearchParams(query).toString()}`,
        "",
      );
    const tenant = world.simulator.world.tenant.id;
    await expectRefused(
      await back({ admin_consent: "True", tenant, state: "forged" }),
      /older than a day/,
    );
    // The sign-in's way back knows nothing of this state.
    await expectRefused(
      await comeBack(
        `${world.product().url}/auth/callback?code=x&state=${state}`,
        "",
      ),
      /has been used/,
    );
    await expectRefused(
      await back({
        admin_consent: "True",
        tenant: "99999999-1234-4321-8888-999999999999",
        state,
      }),
      /in another organization/,
    );
    await expectRefused(
      await back({ admin_consent: "True", tenant, state }),
      /has been used/,
    );
    expect((await accountOf(admin())).approval.adminConsentAt).toBeNull();
  });
});
