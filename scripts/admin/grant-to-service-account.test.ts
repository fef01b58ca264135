import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { delegatedScopes } from "../../bot/src/accounts/entra-client.ts";
import type { Simulator } from "../../simulator/start-simulator.ts";
import {
  pressThrough,
  redirectedTo,
  startSignIn,
} from "../../simulator/testing/sign-in.ts";
import { startTestSimulator } from "../../simulator/testing/simulator-for-tests.ts";

const script = join(import.meta.dirname, "grant-to-service-account.sh");
const standIn = join(import.meta.dirname, "testing", "az-stand-in.ts");
const admin = "IsaiahL@contoso.com";
const serviceAccount = "ergs@contoso.com";
const megan = "MeganB@contoso.com";

let simulator: Simulator;
let adminToken: string;
let tools: string;

beforeAll(async () => {
  tools = await mkdtemp(join(tmpdir(), "az-"));
  const az = join(tools, "az");
  await writeFile(
    az,
    `#!/bin/sh\nexec '${process.execPath}' '${standIn}' "$@"\n`,
  );
  await chmod(az, 0o755);
});
afterAll(() => rm(tools, { recursive: true }));

beforeEach(async () => {
  simulator = await startTestSimulator();
  simulator.changeSettings({ adminApprovalRequired: true });
  adminToken = await simulator.adminToken(admin, { tool: "azureCli" });
});
afterEach(() => simulator.close());

interface Ran {
  code: number;
  said: string;
  complained: string;
}

function run(
  args: string[] = [],
  environment: Record<string, string> = {},
): Promise<Ran> {
  const { GRAPH_BASE_URL, AAD_APP_CLIENT_ID } = simulator.environment();
  const usual = [
    ...["--client-id", AAD_APP_CLIENT_ID!],
    ...["--service-account", serviceAccount],
    ...["--graph", new URL(GRAPH_BASE_URL!).origin],
  ];
  const env = {
    ...process.env,
    PATH: `${tools}:${process.env["PATH"]}`,
    ADMIN_TOKEN: adminToken,
    ...environment,
  };
  return new Promise((resolve) => {
    execFile(
      "/bin/bash",
      [script, ...usual, ...args],
      { env },
      (error, said, complained) =>
        resolve({
          code: typeof error?.code === "number" ? error.code : error ? -1 : 0,
          said,
          complained,
        }),
    );
  });
}

/** What somebody meets at Connect: "code" when nothing is asked, or the page's text. */
async function connect(account: string): Promise<string> {
  const { authorizeUrl } = await startSignIn(simulator, {
    scopes: [...delegatedScopes],
  });
  const reply = await pressThrough(authorizeUrl, { account });
  if (reply.status !== 303) return reply.text();
  return redirectedTo(reply).searchParams.has("code") ? "code" : "refused";
}

/** One sentence for people, on the error output alone. */
function expectRefusal(ran: Ran, sentence: RegExp): void {
  expect(ran).toEqual({
    code: 1,
    said: "",
    complained: expect.stringMatching(/^[A-Z-][^\n]*[.a-z]\n$/) as string,
  });
  expect(ran.complained).toMatch(sentence);
}

describe("grant-to-service-account.sh", () => {
  it("lets the service account in without a page, and nobody else", async () => {
    expect(await connect(serviceAccount)).toContain("Need admin approval");
    const ran = await run();
    expect(ran).toMatchObject({ code: 0, complained: "" });
    expect(ran.said).toContain(
      `Granted ERG Events for ${serviceAccount}, and for nobody else`,
    );
    expect(await connect(serviceAccount)).toBe("code");
    expect(await connect(megan)).toContain("Need admin approval");
    expect(simulator.grants().map(({ person }) => person)).toEqual([
      serviceAccount,
    ]);
  });

  it("changes nothing the second time", async () => {
    await run();
    const before = simulator.grants();
    const ran = await run();
    expect(ran).toMatchObject({ code: 0, complained: "" });
    expect(ran.said).toContain("nothing was changed");
    expect(simulator.grants()).toEqual(before);
  });

  it("adds what an earlier grant lacks, and keeps what it has", async () => {
    await run(["--scopes", "User.Read Calendars.Read"]);
    expect(await connect(serviceAccount)).toContain("Need admin approval");
    const ran = await run();
    expect(ran.said).toContain("Added to what ERG Events may do");
    const [grant] = simulator.grants();
    expect(grant?.scopes).toEqual(
      expect.arrayContaining(["Calendars.Read", ...delegatedScopes]),
    );
    expect(await connect(serviceAccount)).toBe("code");
  });

  it("knows what it has whatever the case of its letters", async () => {
    await run(["--scopes", "user.read"]);
    const ran = await run(["--scopes", "User.Read"]);
    expect(ran.said).toContain("nothing was changed");
  });

  it("takes the grant away, and says so when there is none", async () => {
    await run();
    const removed = await run(["--remove"]);
    expect(removed).toMatchObject({ code: 0, complained: "" });
    expect(removed.said).toContain("Taken back");
    expect(simulator.grants()).toEqual([]);
    expect(await connect(serviceAccount)).toContain("Need admin approval");
    const again = await run(["--remove"]);
    expect(again).toMatchObject({ code: 0, complained: "" });
    expect(again.said).toContain("nothing to take back");
  });

  it("only says what it would do in a dry run", async () => {
    const grant = await run(["--dry-run"]);
    expect(grant.said).toMatch(/^Would grant .*Calendars\.ReadWrite/);
    expect(simulator.grants()).toEqual([]);
    await run();
    const remove = await run(["--remove", "--dry-run"]);
    expect(remove.said).toMatch(/^Would take back .*Calendars\.ReadWrite/);
    expect(simulator.grants()).toHaveLength(1);
  });

  it("takes an object id for the account, too", async () => {
    const { id } = simulator.world.serviceAccount!;
    await run(["--service-account", id]);
    expect(await connect(serviceAccount)).toBe("code");
  });

  it("tells that the account must be assigned, where the app requires that", async () => {
    const hint = "Only people who are assigned to ERG Events may sign in";
    expect((await run()).said).not.toContain(hint);
    simulator.changeSettings({ appAssignment: "missing" });
    expect((await run()).said).toContain(hint);
  });

  it("prints the command that takes it back, which works as it is", async () => {
    const { said } = await run();
    const command = /^To take it back: (.*)$/m.exec(said)![1]!;
    const args = command.split(" ").slice(1);
    expect((await run(args)).said).toContain("Taken back");
    expect(simulator.grants()).toEqual([]);
  });
});

describe("grant-to-service-account.sh ends with one plain sentence", () => {
  afterEach(() => expect(simulator.grants()).toEqual([]));

  it("without admin rights", async () => {
    const token = await simulator.adminToken(megan, { tool: "azureCli" });
    expectRefusal(
      await run([], { ADMIN_TOKEN: token }),
      /^Your account may not do this; .*Cloud Application Administrator/,
    );
  });

  it("without a sign-in", async () => {
    expectRefusal(
      await run([], { ADMIN_TOKEN: "" }),
      /^You are not signed in; run: az login/,
    );
  });

  it("for an unknown account", async () => {
    expectRefusal(
      await run(["--service-account", "nobody@contoso.com"]),
      /^There is no account nobody@contoso.com in this organization\.$/m,
    );
  });

  it("for an unknown app", async () => {
    const unknown = "11111111-2222-4333-8444-555555555555";
    expectRefusal(
      await run(["--client-id", unknown]),
      /^This organization has no enterprise application with the client id 11111111/,
    );
  });

  it("when Graph fails", async () => {
    simulator.setFault({
      service: "graph",
      effect: { kind: "status", status: 503, when: "before" },
    });
    expectRefusal(await run(), /^Microsoft Graph is busy or in trouble/);
  });

  it("where the Azure CLI is not installed", async () => {
    const nothing = await mkdtemp(join(tmpdir(), "no-az-"));
    const ran = await run([], { PATH: nothing });
    await rm(nothing, { recursive: true });
    expectRefusal(ran, /^The Azure CLI \(az\) is not installed/);
  });

  it.each([
    [["--client-id", "erg-events"], /^Give the client id of ERG Events/],
    [["--service-account", "ergs"], /^Give the service account's sign-in name/],
    [["--graph", "http://graph.microsoft.com"], /begins with https/],
    [["--scopes", 'User.Read","x":"'], /^Give the permissions' names/],
    [["--everybody"], /^There is no option --everybody/],
    [["--scopes"], /^--scopes needs a value/],
  ])("for %j", async (args, sentence) => {
    expectRefusal(await run(args), sentence);
  });
});
