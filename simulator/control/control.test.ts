import type { Simulator } from "../start-simulator.ts";
import { any, graphClientFor, newEvent } from "../testing/graph-client.ts";
import { startTestSimulator } from "../testing/simulator-for-tests.ts";
import type { worldView } from "./world-view.ts";

let simulator: Simulator;

beforeEach(async () => {
  simulator = await startTestSimulator();
});
afterEach(() => simulator.close());

const call = (method: string, path: string, body?: unknown) =>
  fetch(`${simulator.pagesUrl}/sim/api${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

async function world(): Promise<ReturnType<typeof worldView>> {
  const reply = await call("GET", "/world");
  return (await reply.json()) as ReturnType<typeof worldView>;
}

describe("the interface of the Teams client", () => {
  it("shows the world", async () => {
    const { tenant, people, teams, app } = await world();
    expect(tenant.name).toBe("Contoso");
    expect(people).toHaveLength(27);
    expect(
      teams.map(({ name, memberIds, app: installed }) => [
        name,
        memberIds.length,
        installed !== null,
      ]),
    ).toEqual([
      ["Women at Contoso", 12, true],
      ["Pride Network", 8, true],
      ["Parents and Caregivers", 9, true],
      ["Veterans Network", 5, false],
    ]);
    expect(app.personalTabs[0]?.contentUrl).toMatch(/\/$/);
  });

  it("answers an invitation as a person does in Outlook", async () => {
    const client = await graphClientFor(simulator);
    await client.api("/me/events").post(newEvent(["MeganB@contoso.com"]));
    const { people } = await world();
    const megan = people.find(({ upn }) => upn === "MeganB@contoso.com")!;
    const box = (await (
      await call("GET", `/mailboxes/${megan.id}`)
    ).json()) as {
      events: { id: string }[];
      mails: { id: string }[];
    };
    const path = `/mailboxes/${megan.id}/events/${box.events[0]!.id}`;
    const answered = await call("POST", `${path}/respond`, {
      response: "accepted",
    });
    expect(await answered.json()).toMatchObject({ myResponse: "accepted" });
    const early = await call("POST", `${path}/remove`);
    expect(early.status).toBe(409);
    const read = `/mailboxes/${megan.id}/mails/${box.mails[0]!.id}/read`;
    expect((await call("POST", read)).status).toBe(204);
    expect(simulator.mailbox(megan.upn).mails[0]?.isRead).toBe(true);
  });

  it("gives SSO tokens, finds people, adds the app, changes settings, sets faults", async () => {
    const { people, teams } = await world();
    const token = await call("POST", "/sso-token", { personId: people[2]!.id });
    expect(await token.text()).toMatch(/^{"token":"eyJ/);
    const found = await call("GET", "/people?search=bowen");
    expect(await found.json()).toMatchObject({
      people: [{ displayName: "Megan Bowen" }],
    });
    const veterans = teams[3]!;
    const personId = veterans.ownerIds[0]!;
    const teamApp = `/teams/${encodeURIComponent(veterans.id)}/app`;
    expect((await call("POST", teamApp, { personId })).status).toBe(201);
    expect((await world()).teams[3]?.app).toEqual({ installedById: personId });
    const changed = await call("PATCH", "/settings", {
      adminApprovalRequired: true,
    });
    expect(await changed.json()).toMatchObject({ adminApprovalRequired: true });
    const fault = await call("POST", "/faults", {
      service: "graph",
      effect: { kind: "latency", ms: 5 },
    });
    expect(fault.status).toBe(201);
    expect(await (await call("GET", "/faults")).json()).toMatchObject({
      faults: [{ service: "graph", times: 1 }],
    });
  });

  it("says in a sentence what is wrong", async () => {
    const wrong = await call("PATCH", "/settings", { colour: "red" });
    expect(wrong.status).toBe(400);
    expect(await wrong.json()).toEqual({ error: any(String) });
    expect((await call("GET", "/nonsense")).status).toBe(404);
  });

  it("tells open pages what changed", async () => {
    const reply = await call("GET", "/changes");
    const reader = reply.body!.pipeThrough(new TextDecoderStream()).getReader();
    let seen = (await reader.read()).value ?? "";
    simulator.changeSettings({ moveResetsResponses: false });
    while (!seen.includes("changed")) seen += (await reader.read()).value ?? "";
    expect(seen).toContain('data: {"topics":["settings"]}');
    await reader.cancel();
  });
});
