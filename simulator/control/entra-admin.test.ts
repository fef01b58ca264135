import type { Simulator } from "../start-simulator.ts";
import { refresh, signInTo } from "../testing/sign-in.ts";
import { startTestSimulator } from "../testing/simulator-for-tests.ts";

const serviceAccount = "ergs@contoso.com";
let simulator: Simulator;

beforeEach(async () => {
  simulator = await startTestSimulator();
});
afterEach(() => simulator.close());

const call = async (method: string, path: string, body?: unknown) => {
  const response = await fetch(`${simulator.pagesUrl}/sim/api${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return response.status;
};

it("grants permissions as an admin does: to one, to all, to the app", async () => {
  const statuses = [
    await call("POST", `/people/${serviceAccount}/grant`, {
      scopes: ["Mail.Send"],
    }),
    await call("POST", "/grants", { scopes: ["User.Read"] }),
    await call("POST", "/application-permissions", {
      names: ["OnlineMeetings.Read.All"],
    }),
  ];
  expect(statuses).toEqual([204, 204, 204]);
  const reply = await fetch(`${simulator.pagesUrl}/sim/api/grants`);
  expect(await reply.json()).toEqual({
    grants: [
      { person: null, scopes: ["User.Read"] },
      { person: serviceAccount, scopes: ["Mail.Send"] },
    ],
    applicationPermissions: ["OnlineMeetings.Read.All"],
  });
});

it("refuses people and permissions that do not exist", async () => {
  const scopes = ["User.Read"];
  expect(await call("POST", "/people/nobody/grant", { scopes })).toBe(404);
  expect(await call("POST", "/grants", { scopes: ["Files.Read"] })).toBe(400);
  expect(
    await call("PUT", "/registration/application-permissions", {
      names: ["Files.Read.All"],
    }),
  ).toBe(400);
  const pem = "-----BEGIN CERTIFICATE-----";
  expect(await call("POST", "/registration/certificates", { pem })).toBe(400);
});

it("lets refresh tokens expire", async () => {
  const { client } = await signInTo(simulator, serviceAccount);
  const path = `/people/${serviceAccount}/expire-refresh-tokens`;
  expect(await call("POST", path)).toBe(204);
  await expect(refresh(client)).rejects.toThrow("AADSTS700082");
});

it("takes a clock that is behind, but no frequency that is", async () => {
  const behind = { clockSkewSeconds: -90 };
  expect(await call("PATCH", "/settings", behind)).toBe(200);
  expect(simulator.settings()).toMatchObject(behind);
  const impossible = { signInFrequencySeconds: -1 };
  expect(await call("PATCH", "/settings", impossible)).toBe(400);
});
