import type { Client } from "@microsoft/microsoft-graph-client";
import type { Simulator } from "../start-simulator.ts";
import { any, graphClientWith } from "../testing/graph-client.ts";
import {
  pressThrough,
  redirectedTo,
  signInTo,
  startSignIn,
} from "../testing/sign-in.ts";
import { startTestSimulator } from "../testing/simulator-for-tests.ts";

const admin = "IsaiahL@contoso.com";
const megan = "MeganB@contoso.com";
const serviceAccount = "ergs@contoso.com";
const scopes = ["User.Read", "Calendars.ReadWrite", "Mail.Send"];
const grants = "/oauth2PermissionGrants";

let simulator: Simulator;
let client: Client;
let wanted: Record<string, unknown>;

interface Grant {
  id: string;
  scope: string;
}

beforeEach(async () => {
  simulator = await startTestSimulator();
  client = graphClientWith(simulator, await simulator.adminToken(admin));
  const appId = simulator.environment()["AAD_APP_CLIENT_ID"]!;
  wanted = {
    clientId: await principalId(appId),
    consentType: "Principal",
    principalId: simulator.world.serviceAccount!.id,
    resourceId: await principalId("00000003-0000-0000-c000-000000000000"),
    scope: `openid profile offline_access ${scopes.join(" ")}`,
  };
});
afterEach(() => simulator.close());

async function principalId(appId: string): Promise<string> {
  const reply = (await client
    .api(`/servicePrincipals(appId='${appId}')`)
    .select("id")
    .get()) as { id: string };
  return reply.id;
}

const grant = (more: Record<string, unknown> = {}) =>
  client.api(grants).post({ ...wanted, ...more }) as Promise<Grant>;

async function list(filter = ""): Promise<unknown[]> {
  const request = client.api(grants);
  const reply = (await (filter ? request.filter(filter) : request).get()) as {
    value: unknown[];
  };
  return reply.value;
}

/** What somebody meets who signs in to the app: a code for the app, or a page. */
async function signIn(account: string, asked = scopes): Promise<string> {
  const { authorizeUrl } = await startSignIn(simulator, { scopes: asked });
  const reply = await pressThrough(authorizeUrl, { account });
  if (reply.status !== 303) return await reply.text();
  return redirectedTo(reply).searchParams.has("code") ? "code" : "refused";
}

describe("a grant for one person", () => {
  it("lets that person in without a question, where others meet the wall", async () => {
    simulator.changeSettings({ adminApprovalRequired: true });
    expect(await signIn(serviceAccount)).toContain("Need admin approval");
    await grant();
    expect(await signIn(serviceAccount)).toBe("code");
    expect(await signIn(megan)).toContain("Need admin approval");
    const { accessToken } = await signInTo(simulator, serviceAccount, scopes);
    const mine = graphClientWith(simulator, accessToken);
    await expect(mine.api("/me/calendar").get()).resolves.toBeTruthy();
    const token = simulator
      .exchanges()
      .find(
        ({ method, url }) => method === "POST" && url.includes("/v2.0/token"),
      );
    const { scope } = token!.responseBody as { scope: string };
    const names = scope.split(" ");
    expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
  });

  it("has an id made of client, resource and person", async () => {
    const made = await grant();
    expect(made).toEqual({
      "@odata.context": any(String),
      ...wanted,
      id: any(String),
    });
    const bytes = Buffer.from(made.id, "base64url");
    expect(bytes).toHaveLength(48);
    // The last part of a GUID is written as it is read.
    const end = String(wanted["principalId"]).split("-").slice(3).join("");
    expect(bytes.toString("hex").endsWith(end)).toBe(true);
  });

  it("exists once for each person", async () => {
    await grant();
    await expect(grant({ scope: "User.Read" })).rejects.toMatchObject({
      statusCode: 409,
      code: "Request_MultipleObjectsWithSameKeyValue",
      message: "Permission entry already exists.",
    });
    await grant({ principalId: simulator.world.personByAddress(megan)!.id });
    await grant({ consentType: "AllPrincipals", principalId: null });
    expect(await list()).toHaveLength(3);
  });

  it("is the one that consenting makes, too", async () => {
    await signInTo(simulator, serviceAccount, ["User.Read"]);
    await expect(grant()).rejects.toMatchObject({ statusCode: 409 });
    const [made] = (await list(
      `clientId eq '${String(wanted["clientId"])}' and consentType eq 'Principal'`,
    )) as [Grant];
    expect(made.scope.split(" ")).toContain("User.Read");
    await client.api(`${grants}/${made.id}`).patch({ scope: wanted["scope"] });
    simulator.changeSettings({ adminApprovalRequired: true });
    expect(await signIn(serviceAccount)).toBe("code");
  });

  it("is changed as a whole, and taken away", async () => {
    simulator.changeSettings({ adminApprovalRequired: true });
    const { id } = await grant();
    await client
      .api(`${grants}/${id}`)
      .patch({ scope: "offline_access User.Read" });
    expect(await list()).toMatchObject([
      { id, scope: "offline_access User.Read" },
    ]);
    expect(await signIn(serviceAccount)).toContain("Need admin approval");
    expect(await signIn(serviceAccount, ["User.Read"])).toBe("code");
    await client.api(`${grants}/${id}`).delete();
    expect(await list()).toEqual([]);
    await expect(client.api(`${grants}/${id}`).delete()).rejects.toMatchObject({
      statusCode: 404,
      code: "Request_ResourceNotFound",
    });
  });

  it("is found by each documented filter, and by no other", async () => {
    await grant();
    await grant({ consentType: "AllPrincipals", principalId: null });
    for (const [filter, count] of [
      [`principalId eq '${String(wanted["principalId"])}'`, 1],
      ["consentType eq 'AllPrincipals'", 1],
      [`resourceId eq '${String(wanted["resourceId"])}'`, 2],
      [`clientId eq '${String(wanted["resourceId"])}'`, 0],
    ] as const) {
      expect([filter, await list(filter)]).toEqual([
        filter,
        Array.from({ length: count }, () => any(Object)),
      ]);
    }
    for (const filter of [
      "scope eq 'User.Read'",
      "clientId ne 'x'",
      "clientId eq 'x' or clientId eq 'y'",
    ]) {
      await expect(list(filter)).rejects.toMatchObject({ statusCode: 501 });
    }
  });
});

describe("a grant is refused", () => {
  const invalid = { statusCode: 400, code: "Request_BadRequest" };
  const missing = { statusCode: 404, code: "Request_ResourceNotFound" };
  const nobody = "11111111-2222-4333-8444-555555555555";

  it.each([
    [
      "for one person without naming the person",
      { principalId: null },
      invalid,
    ],
    ["for everybody with a person", { consentType: "AllPrincipals" }, invalid],
    ["without scopes", { scope: " " }, invalid],
    ["with a property of another kind", { consentType: "Some" }, invalid],
    ["for somebody who does not exist", { principalId: nobody }, missing],
    ["for an application that does not exist", { clientId: nobody }, missing],
    ["for an API that does not exist", { resourceId: nobody }, missing],
  ])("%s", async (_name, more, refusal) => {
    await expect(grant(more)).rejects.toMatchObject(refusal);
    expect(simulator.grants()).toEqual([]);
  });

  it("to somebody without a role, and without the permission", async () => {
    const denied = { statusCode: 403, code: "Authorization_RequestDenied" };
    for (const [person, options] of [
      [megan, { tool: "azureCli" }],
      [admin, { scopes: ["Application.Read.All", "User.Read.All"] }],
    ] as const) {
      const token = await simulator.adminToken(person, options);
      client = graphClientWith(simulator, token);
      await expect(grant()).rejects.toMatchObject(denied);
      await expect(list()).rejects.toMatchObject(denied);
    }
    expect(simulator.grants()).toEqual([]);
  });
});
