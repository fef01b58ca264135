import type { Simulator } from "../../start-simulator.ts";
import {
  pressRequestApproval,
  pressThrough,
  redirectedTo,
  refresh,
  signInTo,
  startSignIn,
} from "../../testing/sign-in.ts";
import { startTestSimulator } from "../../testing/simulator-for-tests.ts";
import { usualScopes } from "./admin-center-actions.ts";

const serviceAccount = "ergs@contoso.com";
const employee = "MeganB@contoso.com";

let simulator: Simulator;

beforeEach(async () => {
  simulator = await startTestSimulator();
});
afterEach(() => simulator.close());

const open = async () => (await fetch(`${simulator.pagesUrl}/entra`)).text();

/** The forms of the page by what their buttons say to a screen reader. */
async function forms(): Promise<
  Map<string, { action: string; fields: Record<string, string> }>
> {
  const found = new Map<
    string,
    { action: string; fields: Record<string, string> }
  >();
  for (const [form = ""] of (await open()).matchAll(/<form[^]*?<\/form>/g)) {
    const label = /aria-label="([^"]*)"/.exec(form)?.[1] ?? "";
    const action = /action="([^"]*)"/.exec(form)?.[1] ?? "";
    const inputs = form.matchAll(/name="([^"]*)" value="([^"]*)"/g);
    const fields = Object.fromEntries(
      [...inputs].map(([, name = "", value = ""]) => [name, value]),
    );
    found.set(label, { action, fields });
  }
  return found;
}

/** Presses a button as a browser without JavaScript does; gives the page that follows. */
async function press(label: string): Promise<string> {
  const all = await forms();
  const form = all.get(label);
  if (!form) {
    throw new Error(`No button “${label}” but ${[...all.keys()].join(", ")}.`);
  }
  const page = await fetch(`${simulator.pagesUrl}${form.action}`, {
    method: "POST",
    body: new URLSearchParams(form.fields),
  });
  expect([page.status, page.redirected]).toEqual([200, true]);
  return page.text();
}

describe("the page of permissions", () => {
  it("grants to the service account alone, which then meets no wall; others do", async () => {
    simulator.changeSettings({ adminApprovalRequired: true });
    const page = await press("Grant to Contoso ERGs alone");
    expect(page).toContain("Granted to Contoso ERGs alone.");
    expect(page).toContain("OnlineMeetingArtifact.Read.All");
    const { authorizeUrl } = await startSignIn(simulator, {
      scopes: usualScopes,
    });
    const allowed = await pressThrough(authorizeUrl, {
      account: serviceAccount,
    });
    expect(redirectedTo(allowed).searchParams.get("code")).toBeTruthy();
    const other = await pressThrough(authorizeUrl, { account: employee });
    expect(other.status).toBe(403);
  });

  it("takes back one permission, or all of a grant", async () => {
    simulator.grantTo(employee, ["User.Read", "Mail.Send"]);
    simulator.grantForOrganization(["User.Read"]);
    await press("Remove Mail.Send from Megan Bowen alone");
    expect(simulator.grants()).toEqual([
      { person: null, scopes: ["User.Read"] },
      { person: employee, scopes: ["User.Read"] },
    ]);
    await press("Remove all from Everybody in Contoso");
    expect(simulator.grants()).toEqual([
      { person: employee, scopes: ["User.Read"] },
    ]);
  });

  it("lists application permissions in the registration, and takes granted ones back", async () => {
    expect(await press("List the permissions for attendance")).toContain(
      "for the app itself OnlineMeetingArtifact.Read.All, OnlineMeetings.Read.All",
    );
    expect(await press("List no application permissions")).toContain(
      "nothing for the app itself",
    );
    simulator.grantApplicationPermissions([
      "OnlineMeetings.Read.All",
      "OnlineMeetingArtifact.Read.All",
    ]);
    await press("Remove OnlineMeetings.Read.All");
    expect(simulator.applicationPermissions()).toEqual([
      "OnlineMeetingArtifact.Read.All",
    ]);
  });
});

describe("the page of requests", () => {
  const justification = "We <b>need</b> it";

  beforeEach(async () => {
    simulator.changeSettings({
      adminApprovalRequired: true,
      adminConsentWorkflow: true,
    });
    const { authorizeUrl } = await startSignIn(simulator);
    await pressRequestApproval(authorizeUrl, {
      account: employee,
      justification,
    });
  });

  it("approves for everybody, and shows what somebody wrote as text", async () => {
    expect(await open()).toContain("We &lt;b&gt;need&lt;/b&gt; it");
    await press("Approve for everybody what Megan Bowen asks for");
    expect(simulator.grants()[0]).toMatchObject({ person: null });
    expect(simulator.approvalRequests()).toMatchObject([
      { status: "approved" },
    ]);
  });

  it("denies, and grants nothing", async () => {
    await press("Deny what Megan Bowen asks for");
    expect(simulator.grants()).toEqual([]);
    expect(await open()).toContain("Denied");
  });
});

describe("the page of the service account", () => {
  it("revokes its sessions", async () => {
    const { client } = await signInTo(simulator, serviceAccount);
    await press("Revoke sessions of the service account");
    await expect(refresh(client)).rejects.toThrow("AADSTS50173");
  });

  it("blocks its sign-in and lets it sign in again", async () => {
    const { client } = await signInTo(simulator, serviceAccount);
    expect(await press("Block sign-in")).toContain("sign-in is blocked");
    await expect(refresh(client)).rejects.toThrow("AADSTS50057");
    await press("Unblock sign-in");
    await expect(refresh(client)).resolves.toBeTruthy();
  });
});

it("knows no other buttons", async () => {
  for (const name of ["nothing", "constructor"]) {
    const page = await fetch(`${simulator.pagesUrl}/entra/${name}`, {
      method: "POST",
    });
    expect(page.status).toBe(404);
  }
});
