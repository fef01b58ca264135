import { openChannel } from "../harness/channel.ts";
import { untilIdle } from "../harness/idle.ts";
import { openWorld, people, type World } from "../harness/world.ts";
import { namesIn, readPage, tableUnder } from "../docs/read-page.ts";

const token = "a-token-of-the-test";

describe("the metrics", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ environment: { METRICS_TOKEN: token } });
    await world.connectAccount();
    const channel = await openChannel(world);
    await channel.schedule("Measured lunch");
    await world.as("AdeleV@contoso.com").send("GET", "/api/events/none");
    await untilIdle(world);
  });
  afterAll(() => world.close());

  const ask = (headers: Record<string, string>) =>
    fetch(`${world.product().url}/metrics`, { headers });
  const read = async (): Promise<string> => {
    const reply = await ask({ Authorization: `Bearer ${token}` });
    expect(reply.status).toBe(200);
    expect(reply.headers.get("content-type")).toMatch(/^text\/plain; version=/);
    return reply.text();
  };
  /** The value of the one line with this name and these labels. */
  const valueOf = (text: string, line: string): number => {
    const found = text
      .split("\n")
      .filter((each) => each.startsWith(`${line} `));
    if (found.length !== 1) throw new Error(`${found.length} lines of ${line}`);
    return Number(found[0]?.slice(line.length + 1));
  };

  it("are for nobody without the token", async () => {
    for (const headers of [
      {},
      { Authorization: "Bearer another-token-of-it" },
      { Authorization: `Basic ${token}` },
      {
        Authorization: `Bearer ${await world.simulator.ssoToken(people.admin)}`,
      },
    ]) {
      const reply = await ask(headers as Record<string, string>);
      expect(reply.status).toBe(401);
      expect(await reply.text()).not.toContain("erg_");
    }
  });

  it("tell of requests by their route's pattern, of jobs, of Graph, Entra and Teams", async () => {
    const text = await read();
    expect(
      valueOf(
        text,
        'erg_http_request_seconds_count{method="post",route="/api/events",status="201"}',
      ),
    ).toBe(1);
    expect(
      valueOf(
        text,
        'erg_http_request_seconds_count{method="get",route="/api/events/:id",status="404"}',
      ),
    ).toBe(1);
    for (const line of [
      'erg_graph_call_seconds_count{operation="POST /me/events",outcome="ok"}',
      'erg_connector_call_seconds_count{operation="post",outcome="ok"}',
      'erg_entra_call_seconds_count{operation="token",outcome="ok"}',
      'erg_job_seconds_count{job="events.publish",outcome="done"}',
      'erg_job_seconds_count{job="cards.publish",outcome="done"}',
    ])
      expect(valueOf(text, line)).toBeGreaterThan(0);
  });

  it("tell what is so now: queues, lane, quotas, subscription, account", async () => {
    const text = await read();
    expect(valueOf(text, "erg_ready")).toBe(1);
    expect(valueOf(text, 'erg_jobs{job="events.publish",state="due"}')).toBe(0);
    expect(valueOf(text, 'erg_stopped_work{kind="jobs"}')).toBe(0);
    const account =
      /erg_account_state\{account="([\da-f-]{36})",state="connected"\} 1/.exec(
        text,
      )?.[1];
    expect(account).toBeDefined();
    const of = (name: string) => valueOf(text, `${name}{account="${account}"}`);
    expect(of("erg_recipients_24h")).toBeGreaterThanOrEqual(1);
    expect(of("erg_graph_requests_10m")).toBeGreaterThan(3);
    expect(of("erg_lane_paused_seconds")).toBe(0);
    // Seven days at most, and just made.
    expect(of("erg_subscription_expires_seconds")).toBeGreaterThan(86_400);
    expect(
      valueOf(text, `erg_account_state{account="${account}",state="broken"}`),
    ).toBe(0);
  });

  it("name nobody, and calls of Graph as the documents do", async () => {
    const text = await read();
    expect(text).not.toMatch(/contoso|lunch|@|19:|Women|Megan/i);
    const told = new Set(
      [...text.matchAll(/operation="([A-Z]+ \/[^"]*)"/g)].map(
        ([, operation = ""]) => operation,
      ),
    );
    const documented = new Set(
      tableUnder(readPage("docs/graph-calls.md"), "Graph calls per use case")
        .flatMap(([, calls = ""]) => namesIn(calls))
        .concat("POST /$batch", "GET /me/events", "PATCH /subscriptions/{id}"),
    );
    expect([...told].filter((operation) => !documented.has(operation))).toEqual(
      [],
    );
    expect(told.size).toBeGreaterThan(3);
  });

  it("are no page at all without a token in the configuration", async () => {
    await world.product().stop();
    await world.restart({ METRICS_TOKEN: "" });
    const reply = await ask({ Authorization: `Bearer ${token}` });
    // The tab's own page answers whatever nobody else does.
    expect(await reply.text()).not.toContain("erg_");
    expect(reply.headers.get("content-type")).not.toMatch(/^text\/plain/);
  });
});
