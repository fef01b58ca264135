import type { Simulator } from "../start-simulator.ts";
import {
  pressThrough,
  redirectedTo,
  refresh,
  signInTo,
  startSignIn,
  usualScopes,
} from "../testing/sign-in.ts";
import { startTestSimulator } from "../testing/simulator-for-tests.ts";

const serviceAccount = "ergs@contoso.com";

let simulator: Simulator;

beforeEach(async () => {
  simulator = await startTestSimulator();
});
afterEach(() => simulator.close());

async function signIn(scopes?: string[]): Promise<Response> {
  const { authorizeUrl } = await startSignIn(simulator, {
    ...(scopes ? { scopes } : {}),
  });
  return pressThrough(authorizeUrl, { account: serviceAccount });
}

describe("an app that requires assignment", () => {
  it("is closed to an account that is not assigned, whatever was granted", async () => {
    const { client } = await signInTo(simulator, serviceAccount);
    simulator.changeSettings({ appAssignment: "missing" });
    const page = await signIn();
    expect(page.status).not.toBe(303);
    expect(await page.text()).toContain("AADSTS50105");
    await expect(refresh(client)).rejects.toThrow("AADSTS50105");
  });

  it("lets an assigned account in once an admin has granted, and asks it for nothing itself", async () => {
    simulator.changeSettings({ appAssignment: "assigned" });
    const wall = await signIn(["User.Read"]);
    expect(await wall.text()).toContain("Need admin approval");
    simulator.grantTo(serviceAccount, [...usualScopes, "offline_access"]);
    const code = redirectedTo(await signIn()).searchParams.get("code");
    expect(code).toBeTruthy();
  });
});
