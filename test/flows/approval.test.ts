import type {
  AdminConsentLink,
  ItDetails,
  ServiceAccountView,
} from "../../bot/contract/accounts.ts";
import { delegatedPermissions } from "../../bot/contract/permissions.ts";
import { pressThroughAdminConsent } from "../../simulator/testing/admin-consent.ts";
import {
  pressRequestApproval,
  pressThrough,
} from "../../simulator/testing/sign-in.ts";
import {
  accountOf,
  beginSignIn,
  comeBack,
  confirm,
  connectAccount,
  signInAt,
} from "../harness/connect-account.ts";
import { openWorld, people, type World } from "../harness/world.ts";

const scopes = delegatedPermissions.map(({ name }) => name);

describe("an organization that wants an administrator's approval", () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
    world.simulator.changeSettings({ adminApprovalRequired: true });
  });
  afterEach(() => world.close());

  const admin = () => world.as(people.admin);
  /** Tries to connect and leaves the page “Need admin approval”. */
  const meetWall = async () => {
    const opened = await beginSignIn(admin());
    const callback = await signInAt(
      opened.authorizeUrl,
      people.organizer,
      "cancel",
    );
    const page = await comeBack(callback, opened.cookie);
    return { page, view: await accountOf(admin()) };
  };
  /** Connects without a page of Entra's that asks for anything. */
  const finish = async () => {
    const opened = await beginSignIn(admin());
    const picked = await pressThrough(opened.authorizeUrl, {
      account: people.organizer,
    });
    expect(picked.status).toBe(303);
    await comeBack(picked.headers.get("location") ?? "", opened.cookie);
    return confirm(admin());
  };
  const tenantWideLink = async () =>
    (
      await admin().send<AdminConsentLink>(
        "POST",
        "/api/accounts/admin-consent",
      )
    ).body.url;

  it.each([
    ["accessDeniedCancel", "denied", /cancelled, or your organization wants/],
    ["accessDeniedNamed", "approvalNeeded", /administrator to approve/],
    ["consentRequired", "approvalNeeded", /administrator to approve/],
  ] as const)(
    "is recognised as far as Entra lets it be (%s), and explained",
    async (approvalWallAnswer, outcome, words) => {
      world.simulator.changeSettings({ approvalWallAnswer });
      const { page, view } = await meetWall();
      expect(page.status).toBe(400);
      expect(page.text).toMatch(words);
      expect(page.text).toMatch(/shows three ways/);
      expect(view).toMatchObject({
        state: "notConnected",
        signIn: { state: "ended", outcome },
      });
    },
  );

  it("is not taken for a person's no that Entra names", async () => {
    world.simulator.changeSettings({
      adminApprovalRequired: false,
      consentCancelAnswer: "declined",
    });
    const { view } = await meetWall();
    expect(view.signIn).toMatchObject({ outcome: "denied" });
  });

  it("finishes after a grant to the service account alone, with the filled-in script's names and scopes", async () => {
    await meetWall();
    const details = await admin().send<ItDetails>(
      "GET",
      "/api/accounts/it-details",
    );
    const { cli } = details.body.grantScripts;
    expect(cli).toContain(`account='${people.organizer}'`);
    const granted = /^scopes="([^"]+)"$/m.exec(cli)?.[1] ?? "";
    world.simulator.grantTo(
      people.organizer,
      granted.split(" ").filter((name) => !/^(openid|profile)$/.test(name)),
    );
    expect(await finish()).toMatchObject({
      state: "connected",
      approval: { grantForEverybody: null },
    });
    // Nobody else's data was opened.
    const others = await pressThrough(
      (await beginSignIn(admin())).authorizeUrl,
      { account: people.lead },
    );
    expect(others.status).toBe(403);
  });

  it("finishes after a request through Entra's own workflow was approved", async () => {
    world.simulator.changeSettings({ adminConsentWorkflow: true });
    const opened = await beginSignIn(admin());
    await pressRequestApproval(opened.authorizeUrl, {
      account: people.organizer,
      justification: "The calendar of our employee groups",
    });
    expect(world.simulator.approvalRequests()).toHaveLength(1);
    world.simulator.decideApproval(people.organizer, "approve");
    expect(await finish()).toMatchObject({ state: "connected" });
  });

  it("finishes after the tenant-wide link, says that it came, and that it reaches further than needed", async () => {
    await meetWall();
    const url = await tenantWideLink();
    const asked = new URL(url).searchParams;
    expect(asked.get("scope")?.split(" ").toSorted()).toEqual(
      scopes.toSorted(),
    );
    const accepted = await pressThroughAdminConsent(url, {
      account: people.admin,
      decision: "accept",
    });
    const page = await comeBack(accepted.headers.get("location") ?? "", "");
    expect(page).toMatchObject({
      status: 200,
      text: expect.stringMatching(
        /for every user.*Finish connecting/s,
      ) as string,
    });
    expect((await accountOf(admin())).approval.adminConsentAt).not.toBeNull();
    const view = await finish();
    expect(view.state).toBe("connected");
    expect(view.approval.grantForEverybody).toMatch(
      /could also act for Isaiah Langer.*Enterprise applications.*service account alone/s,
    );

    // Taken back and granted narrowly: the next check no longer notices anything.
    world.simulator.withdrawConsent(people.admin);
    world.simulator.grantTo(people.organizer, scopes);
    const checked = await admin().send<ServiceAccountView>(
      "POST",
      "/api/accounts/check",
    );
    expect(checked.body).toMatchObject({
      state: "connected",
      approval: { grantForEverybody: null },
    });
  });

  it.each(["consentRequired", "accessDenied", "permissionDenied"] as const)(
    "takes a tenant-wide link that was not accepted for a no (%s)",
    async (adminConsentCancelAnswer) => {
      world.simulator.changeSettings({ adminConsentCancelAnswer });
      const left = await pressThroughAdminConsent(await tenantWideLink(), {
        account: people.admin,
        decision: "cancel",
      });
      const page = await comeBack(left.headers.get("location") ?? "", "");
      expect(page.status).toBe(400);
      expect(page.text).toMatch(/not granted/);
      const { approval } = await accountOf(admin());
      expect(approval.adminConsentAt).toBeNull();
    },
  );

  it("notices the box “on behalf of your organization” where an admin has ticked it", async () => {
    world.simulator.changeSettings({ adminApprovalRequired: false });
    // The admin signs in as themselves by mistake, ticks the box, and only then connects the right account.
    const opened = await beginSignIn(admin());
    const wrong = await pressThrough(opened.authorizeUrl, {
      account: people.admin,
      decision: "accept",
      organization: true,
    });
    const page = await comeBack(
      wrong.headers.get("location") ?? "",
      opened.cookie,
    );
    expect(page.text).toMatch(/isaiahl@contoso\.com.*ergs@contoso\.com/s);
    const view = await connectAccount(admin(), people.organizer);
    expect(view.approval.grantForEverybody).toMatch(/Isaiah Langer/);
    // What was got to find this out was thrown away: the only tokens kept are the service account's.
    expect(view.account?.upn).toBe("ergs@contoso.com");
  });
});
