import { appendFileSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contosoSeed } from "./seed/contoso.ts";
import type { Simulator } from "./start-simulator.ts";
import {
  graphClientFor,
  newEvent,
  type GraphEvent,
} from "./testing/graph-client.ts";
import { signInTo } from "./testing/sign-in.ts";
import { startTestSimulator } from "./testing/simulator-for-tests.ts";

const megan = "MeganB@contoso.com";

describe("a simulator with a folder", () => {
  let folder: string;
  let simulator: Simulator;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "simulator-"));
    simulator = await startTestSimulator({ folder });
  });
  afterEach(async () => {
    await simulator.close();
    rmSync(folder, { recursive: true });
  });

  it("keeps mailboxes, tokens and settings over a restart, even with a torn last line", async () => {
    const { accessToken } = await signInTo(simulator, "ergs@contoso.com");
    const graph = (path: string, init: RequestInit = {}) =>
      fetch(`${simulator.environment()["GRAPH_BASE_URL"]}${path}`, {
        ...init,
        headers: {
          Authorization: `Bearer ${accessToken}`,
          "Content-Type": "application/json",
        },
      });
    const created = await graph("/me/events", {
      method: "POST",
      body: JSON.stringify(newEvent([megan])),
    });
    const { id } = (await created.json()) as GraphEvent;
    simulator.changeSettings({ moveResetsResponses: false });
    await simulator.close();
    appendFileSync(join(folder, "journal.jsonl"), '[["mails","torn');
    simulator = await startTestSimulator({ folder });
    expect((await graph(`/me/events/${id}`)).status).toBe(200);
    expect(simulator.mailbox(megan).mails).toHaveLength(1);
    expect(simulator.settings().moveResetsResponses).toBe(false);
  });

  it("forgets everything at a reset", async () => {
    const client = await graphClientFor(simulator);
    await client.api("/me/events").post(newEvent([megan]));
    simulator.reset();
    expect(simulator.mailbox(megan)).toEqual({ mails: [], events: [] });
    await simulator.close();
    simulator = await startTestSimulator({ folder });
    expect(simulator.mailbox(megan).mails).toEqual([]);
  });

  it("keeps its secrets from other users of the machine", () => {
    for (const file of ["journal.jsonl", "keys.json"]) {
      expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
    }
  });
});

describe("a simulator for tests", () => {
  it("stops at each request and before each reply", async () => {
    const moments: string[] = [];
    const simulator = await startTestSimulator({
      intercept: ({ point, service, method, path }) => {
        if (service === "graph") moments.push(`${point} ${method} ${path}`);
      },
    });
    const client = await graphClientFor(simulator);
    await client.api("/me").get();
    expect(moments).toEqual([
      "received GET /v1.0/me",
      "effectDone GET /v1.0/me",
    ]);
    await simulator.close();
  });

  it("serves Graph under another path", async () => {
    const simulator = await startTestSimulator({ graphPath: "/other/v9.9" });
    const { accessToken } = await signInTo(simulator, "ergs@contoso.com");
    const base = simulator.environment()["GRAPH_BASE_URL"]!;
    const reply = await fetch(`${base}/me`, {
      headers: { Authorization: `Bearer ${accessToken}` },
    });
    expect(base).toMatch(/\/other\/v9\.9$/);
    expect(reply.status).toBe(200);
    await simulator.close();
  });

  it("invites 20,000 employees by one list", async () => {
    const worldSeed = contosoSeed({ moreEmployees: 20_000 });
    const simulator = await startTestSimulator({ worldSeed });
    const client = await graphClientFor(simulator);
    await client.api("/me/events").post(newEvent(["all@contoso.com"]));
    expect(simulator.mailbox("Employee20000@contoso.com").mails).toHaveLength(
      1,
    );
    await simulator.close();
  });
});
