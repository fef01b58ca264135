import type { Client } from "@microsoft/microsoft-graph-client";
import type { Simulator } from "../start-simulator.ts";
import {
  any,
  graphClientFor,
  graphClientForApp,
  graphClientWith,
} from "../testing/graph-client.ts";
import { startTestSimulator } from "../testing/simulator-for-tests.ts";

const admin = "IsaiahL@contoso.com";
const megan = "MeganB@contoso.com";
const graphAppId = "00000003-0000-0000-c000-000000000000";
const denied = { statusCode: 403, code: "Authorization_RequestDenied" };

let simulator: Simulator;
let client: Client;
let clientId: string;

beforeEach(async () => {
  simulator = await startTestSimulator();
  clientId = simulator.environment()["AAD_APP_CLIENT_ID"]!;
  client = graphClientWith(simulator, await simulator.adminToken(admin));
});
afterEach(() => simulator.close());

const principals = (appId: string, of = client) =>
  of
    .api("/servicePrincipals")
    .filter(`appId eq '${appId}'`)
    .select("id,displayName,appRoleAssignmentRequired")
    .get() as Promise<{ value: { id: string; displayName: string }[] }>;

describe("the directory, to an admin's script", () => {
  it("finds an application by its app id, in either form", async () => {
    const { value } = await principals(clientId);
    expect(value).toEqual([
      {
        id: any(String),
        displayName: "ERG Events",
        appRoleAssignmentRequired: false,
      },
    ]);
    expect(value[0]!.id).not.toBe(clientId);
    const graph = (await client
      .api(`/servicePrincipals(appId='${graphAppId}')`)
      .get()) as { appRoles: { id: string; value: string }[] };
    expect(graph.appRoles).toContainEqual(
      expect.objectContaining({
        id: "df01ed3b-eb61-4eca-9965-6b3d789751b2",
        value: "OnlineMeetingArtifact.Read.All",
      }),
    );
  });

  it("knows no other application: an empty list, or an error", async () => {
    const nobody = "11111111-2222-4333-8444-555555555555";
    expect((await principals(nobody)).value).toEqual([]);
    await expect(
      client.api(`/servicePrincipals(appId='${nobody}')`).get(),
    ).rejects.toMatchObject({
      statusCode: 404,
      code: "Request_ResourceNotFound",
    });
  });

  it("finds a person by object id and by sign-in name", async () => {
    const { id } = simulator.world.personByAddress(megan)!;
    for (const name of [id, megan, megan.toLowerCase()]) {
      const user: unknown = await client
        .api(`/users/${name}`)
        .select("id,displayName,userPrincipalName")
        .get();
      expect(user).toEqual({
        "@odata.context": any(String),
        id,
        displayName: "Megan Bowen",
        userPrincipalName: megan,
      });
    }
    await expect(
      client.api("/users/nobody@contoso.com").get(),
    ).rejects.toMatchObject({
      statusCode: 404,
      code: "Request_ResourceNotFound",
    });
  });

  it("is closed without the permission for it, and to the product's own tokens", async () => {
    const token = await simulator.adminToken(admin, { scopes: ["User.Read"] });
    const weak = graphClientWith(simulator, token);
    await expect(principals(clientId, weak)).rejects.toMatchObject(denied);
    await expect(weak.api(`/users/${megan}`).get()).rejects.toMatchObject(
      denied,
    );
    const product = await graphClientFor(simulator);
    await expect(principals(clientId, product)).rejects.toMatchObject(denied);
    const app = await graphClientForApp(simulator);
    await expect(principals(clientId, app)).rejects.toMatchObject({
      statusCode: 501,
    });
  });

  it("opens to people without a role for reading, as it does by default", async () => {
    const token = await simulator.adminToken(megan, { tool: "azureCli" });
    const reader = graphClientWith(simulator, token);
    expect((await principals(clientId, reader)).value).toHaveLength(1);
  });

  it.each([
    ["/servicePrincipals"],
    ["/servicePrincipals?$filter=displayName eq 'ERG Events'"],
    ["/servicePrincipals?$filter=appId eq 'x' or appId eq 'y'"],
    ["/servicePrincipals?$filter=appId eq 'x'&$top=1"],
    ["/users/MeganB@contoso.com?$select=id,manager"],
  ])("does not answer %s, and says so", async (path) => {
    await expect(client.api(path).get()).rejects.toMatchObject({
      statusCode: 501,
    });
  });
});

describe("application permissions", () => {
  const artifacts = "df01ed3b-eb61-4eca-9965-6b3d789751b2";

  async function assignments() {
    const id = (await principals(clientId)).value[0]!.id;
    const resourceId = (await principals(graphAppId)).value[0]!.id;
    const path = `/servicePrincipals/${id}/appRoleAssignments`;
    const wanted = {
      principalId: id,
      resourceId,
      appRoleId: artifacts,
    };
    return { path, wanted };
  }

  it("are granted by an assignment, listed, and are in the app's next token", async () => {
    const { path, wanted } = await assignments();
    const made: unknown = await client.api(path).post(wanted);
    expect(made).toMatchObject({
      ...wanted,
      id: any(String),
      principalType: "ServicePrincipal",
      resourceDisplayName: "Microsoft Graph",
    });
    const { value } = (await client.api(path).get()) as { value: unknown[] };
    expect(value).toMatchObject([wanted]);
    expect(simulator.applicationPermissions()).toEqual([
      "OnlineMeetingArtifact.Read.All",
    ]);
  });

  it("are not granted twice, nor unknown ones, nor without a role", async () => {
    const { path, wanted } = await assignments();
    await client.api(path).post(wanted);
    const invalid = { statusCode: 400, code: "Request_BadRequest" };
    await expect(client.api(path).post(wanted)).rejects.toMatchObject(invalid);
    const unknown = { ...wanted, appRoleId: wanted.resourceId };
    await expect(client.api(path).post(unknown)).rejects.toMatchObject(invalid);
    const token = await simulator.adminToken(megan);
    const member = graphClientWith(simulator, token);
    const another = {
      ...wanted,
      appRoleId: "c1684f21-1984-47fa-9d61-2dc8c296bb70",
    };
    await expect(member.api(path).post(another)).rejects.toMatchObject(denied);
    expect(simulator.applicationPermissions()).toHaveLength(1);
  });

  it("are taken away by deleting the assignment", async () => {
    const { path, wanted } = await assignments();
    const { id } = (await client.api(path).post(wanted)) as { id: string };
    await client.api(`${path}/${id}`).delete();
    expect(simulator.applicationPermissions()).toEqual([]);
    await expect(client.api(`${path}/${id}`).delete()).rejects.toMatchObject({
      statusCode: 404,
    });
  });
});
