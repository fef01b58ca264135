import type { Settings } from "../settings/settings.ts";
import type { Simulator } from "../start-simulator.ts";
import {
  pressRequestApproval,
  pressThrough,
  redirectedTo,
  startSignIn,
} from "../testing/sign-in.ts";
import { startTestSimulator } from "../testing/simulator-for-tests.ts";

const serviceAccount = "ergs@contoso.com";
const employee = "MeganB@contoso.com";
const admin = "IsaiahL@contoso.com";
const justification = "Our resource groups plan their events with it.";

let simulator: Simulator;
let authorizeUrl: string;

beforeEach(async () => {
  simulator = await startTestSimulator();
  simulator.changeSettings({ adminApprovalRequired: true });
  ({ authorizeUrl } = await startSignIn(simulator));
});
afterEach(() => simulator.close());

const answersOf = (response: Response) =>
  Object.fromEntries(redirectedTo(response).searchParams);
const numbered = (number: number) =>
  expect.stringMatching(new RegExp(`^AADSTS${number}: `)) as unknown;

const open = (account = serviceAccount) =>
  pressThrough(authorizeUrl, { account });
const leave = (account = serviceAccount) =>
  pressThrough(authorizeUrl, { account, decision: "cancel" });
const send = (account = serviceAccount) =>
  pressRequestApproval(authorizeUrl, { account, justification });

describe("the approval wall", () => {
  it.each([
    ["accessDeniedCancel", false, { error: "access_denied" }],
    [
      "accessDeniedNamed",
      false,
      { error: "access_denied", error_description: numbered(90094) },
    ],
    [
      "accessDeniedNamed",
      true,
      { error: "access_denied", error_description: numbered(90095) },
    ],
    [
      "consentRequired",
      true,
      { error: "consent_required", error_description: numbered(65001) },
    ],
  ])(
    "sends back what the setting says: %s, with the workflow: %s",
    async (answer, adminConsentWorkflow, expected) => {
      simulator.changeSettings({
        approvalWallAnswer: answer as Settings["approvalWallAnswer"],
        adminConsentWorkflow,
      });
      const answers = answersOf(await leave());
      expect(answers).toMatchObject({ ...expected, state: "some-state" });
      expect(answers["error_subcode"]).toBe(
        answer === "accessDeniedCancel" ? "cancel" : undefined,
      );
    },
  );

  it("is told from the consent page, whose cancel has an answer of its own", async () => {
    simulator.changeSettings({
      approvalWallAnswer: "consentRequired",
      consentCancelAnswer: "declined",
    });
    expect(answersOf(await leave(admin))).toMatchObject({
      error: "access_denied",
      error_description: numbered(65004),
    });
  });

  it("has no form unless the organization has turned the workflow on", async () => {
    expect(await (await open()).text()).not.toContain("Request approval");
    expect(await (await send()).text()).toContain("Need admin approval");
    expect(simulator.approvalRequests()).toEqual([]);
  });
});

describe("the admin consent workflow", () => {
  beforeEach(() => {
    simulator.changeSettings({ adminConsentWorkflow: true });
  });

  it("keeps the request and leads back to the app", async () => {
    const wall = await open();
    expect(wall.status).toBe(403);
    expect(await wall.text()).toContain("Enter justification");
    const sent = await (await send()).text();
    expect(sent).toContain("Request sent");
    expect(sent).toContain("Back to app");
    expect(simulator.approvalRequests()).toEqual([
      {
        person: serviceAccount,
        scopes: ["User.Read", "Calendars.ReadWrite", "offline_access"],
        justification,
        requestedAt: expect.any(String) as unknown,
        status: "pending",
      },
    ]);
    expect(answersOf(await leave())).toMatchObject({ error: "access_denied" });
  });

  it("opens for everybody once an admin approves", async () => {
    await send();
    expect(simulator.decideApproval(serviceAccount, "approve")).toBe(true);
    for (const account of [serviceAccount, employee]) {
      expect(answersOf(await open(account))).toHaveProperty("code");
    }
    expect(simulator.decideApproval(serviceAccount, "deny")).toBe(false);
  });

  it("stays closed when an admin denies, and can be asked again", async () => {
    await send();
    simulator.decideApproval(serviceAccount, "deny");
    expect((await open()).status).toBe(403);
    await send();
    expect(simulator.approvalRequests()).toMatchObject([{ status: "pending" }]);
  });

  it("wants a justification", async () => {
    const page = await pressRequestApproval(authorizeUrl, {
      account: serviceAccount,
      justification: " ",
    });
    expect(await page.text()).toContain("Enter a justification");
    expect(simulator.approvalRequests()).toEqual([]);
  });

  it("lets admins consent as ever", async () => {
    const page = await open(admin);
    expect(await page.text()).toContain("Permissions requested");
    expect(
      answersOf(await send(serviceAccount).then(() => leave(admin))),
    ).toHaveProperty("error_subcode", "cancel");
  });
});

describe("the box “Consent on behalf of your organization”", () => {
  const box = /<input[^>]*name="organization"[^>]*>/;

  it("is there for admins alone, and not ticked", async () => {
    const shown = box.exec(await (await open(admin)).text())?.[0];
    expect(shown).toContain('type="checkbox"');
    expect(shown).not.toContain("checked");
    simulator.changeSettings({ adminApprovalRequired: false });
    expect(await (await open(employee)).text()).not.toMatch(box);
  });

  it("left alone, lets an admin consent for nobody else", async () => {
    await pressThrough(authorizeUrl, { account: admin, decision: "accept" });
    expect(simulator.grants().map(({ person }) => person)).toEqual([admin]);
    expect((await open()).status).toBe(403);
  });

  it("counts for nothing when somebody else sends it", async () => {
    simulator.changeSettings({ adminApprovalRequired: false });
    await pressThrough(authorizeUrl, {
      account: employee,
      decision: "accept",
      organization: true,
    });
    expect(simulator.grants().map(({ person }) => person)).toEqual([employee]);
  });
});
