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

  it("keeps the app's tab in a channel for everybody, as Teams would, until it or the app goes", async () => {
    const { people, teams, app } = await world();
    const idOf = (upn: string) => people.find((one) => one.upn === upn)!.id;
    const [women, , , veterans] = teams.map(({ id }) => encodeURIComponent(id));
    const path = `/teams/${women}/channels/${women}/tabs`;
    const tab = {
      personId: idOf("AdeleV@contoso.com"),
      name: "Events",
      entityId: "events-1",
      contentUrl: new URL("/?group=all", app.configurableTab.configurationUrl)
        .href,
    };
    const added = await call("POST", path, tab);
    expect(added.status).toBe(201);
    const { id } = (await added.json()) as { id: string };
    const shown = async () => (await world()).teams[0]?.channels[0]?.tabs;
    const { personId: _, ...kept } = tab;
    expect(await shown()).toEqual([{ id, ...kept }]);

    const { personId } = tab;
    const change = (body: object) =>
      call("PATCH", `${path}/${id}`, { personId, ...body });
    expect((await change({ name: "What is on" })).status).toBe(200);
    const elsewhere = { ...kept, contentUrl: "https://elsewhere.example/" };
    const { name: __, ...config } = elsewhere;
    expect((await change({ config })).status).toBe(400);
    expect(await shown()).toEqual([{ id, ...kept, name: "What is on" }]);

    const statusOf = async (at: string, body: object) =>
      (await call("POST", at, { ...tab, ...body })).status;
    const outsider = { personId: idOf("LeeG@contoso.com") };
    expect(await statusOf(path, outsider)).toBe(403);
    expect(await statusOf(path, { entityId: "" })).toBe(400);
    const allan = { personId: idOf("AllanD@contoso.com") };
    const withoutApp = `/teams/${veterans}/channels/${veterans}/tabs`;
    expect(await statusOf(withoutApp, allan)).toBe(409);

    expect((await call("DELETE", `${path}/${id}`, { personId })).status).toBe(
      204,
    );
    expect(await shown()).toEqual([]);
    expect((await change({ name: "Gone" })).status).toBe(404);
    await call("POST", path, tab);
    await call("DELETE", `/teams/${women}/app`, { personId });
    expect(await shown()).toEqual([]);
  });

  it("shows a channel, lets people write, and delete what they wrote", async () => {
    const { people, teams } = await world();
    const megan = people.find(({ upn }) => upn === "MeganB@contoso.com")!;
    const lee = people.find(({ upn }) => upn === "LeeG@contoso.com")!;
    const path = `/conversations/${encodeURIComponent(teams[0]!.channels[1]!.id)}/messages`;
    const said = await call("POST", path, {
      personId: megan.id,
      text: "Good morning",
      mentionsBot: false,
    });
    expect(said.status).toBe(201);
    const { id } = (await said.json()) as { id: string };
    const read = await call("GET", `${path}?personId=${megan.id}`);
    expect(await read.json()).toEqual({
      messages: [
        {
          id,
          replyToId: null,
          postedAt: any(String),
          updatedAt: null,
          isDeleted: false,
          from: {
            kind: "person",
            personId: megan.id,
            displayName: "Megan Bowen",
          },
          text: "Good morning",
          summary: null,
          cards: [],
          view: null,
          needsRefresh: false,
        },
      ],
    });
    const foreign = await call("GET", `${path}?personId=${lee.id}`);
    expect(foreign.status).toBe(403);
    const adele = {
      personId: people.find(({ upn }) => /^Adele/.test(upn))!.id,
    };
    const message = `${path}/${id}`;
    expect((await call("DELETE", message, adele)).status).toBe(403);
    const mine = { personId: megan.id };
    expect((await call("DELETE", message, mine)).status).toBe(204);
    expect((await call("DELETE", message, mine)).status).toBe(404);
    const data = { personId: megan.id, data: {} };
    expect((await call("POST", `${message}/submit`, data)).status).toBe(404);
  });

  it("changes teams and channels, and people's own app", async () => {
    const { people, teams } = await world();
    const [women] = teams;
    const megan = people.find(({ upn }) => upn === "MeganB@contoso.com")!;
    const lee = { personId: people.find(({ upn }) => /^LeeG/.test(upn))!.id };
    const team = `/teams/${encodeURIComponent(women!.id)}`;
    const made = await call("POST", `${team}/channels`, {
      name: "Budget",
      membershipType: "private",
    });
    expect(made.status).toBe(201);
    const { id } = (await made.json()) as { id: string };
    const channel = `${team}/channels/${encodeURIComponent(id)}`;
    const personId = { personId: megan.id };
    const wanted: [string, string, unknown?][] = [
      ["PATCH", team, { name: "Women", isArchived: true }],
      ["POST", `${team}/members`, lee],
      ["POST", `${team}/owners`, lee],
      ["POST", `${channel}/app`, personId],
      ["PATCH", channel, { name: "Money" }],
      ["POST", `/people/${megan.id}/app`],
      ["PUT", `/people/${megan.id}/blocks-bot`, { blocked: true }],
    ];
    for (const [method, path, body] of wanted) {
      expect([path, (await call(method, path, body)).status]).toEqual([
        path,
        204,
      ]);
    }
    const after = await world();
    expect(after.teams[0]).toMatchObject({
      name: "Women",
      isArchived: true,
      ownerIds: [megan.id, lee.personId],
    });
    expect(after.teams[0]!.channels.at(-1)).toMatchObject({
      id,
      name: "Money",
      membershipType: "private",
      hasApp: true,
    });
    expect(after.people.find((one) => one.id === megan.id)).toMatchObject({
      hasApp: true,
      blocksBot: true,
    });
    const back: [string, string, unknown?][] = [
      ["DELETE", `${channel}/app`, personId],
      ["DELETE", channel],
      ["POST", `${channel}/restore`],
      ["DELETE", `${team}/owners`, lee],
      ["DELETE", `${team}/members`, lee],
      ["DELETE", `/people/${megan.id}/app`],
    ];
    for (const [method, path, body] of back) {
      expect([path, (await call(method, path, body)).status]).toEqual([
        path,
        204,
      ]);
    }
    const { ownerIds, memberIds } = (await world()).teams[0]!;
    expect([ownerIds, memberIds.length]).toEqual([[megan.id], 12]);
    const last = await call("DELETE", `${team}/owners`, personId);
    expect(last.status).toBe(409);
  });

  it("leads from Outlook on the web to the person's own Outlook", async () => {
    const { OUTLOOK_WEB_URL: outlook } = simulator.environment();
    const open = (query: string, headers: Record<string, string> = {}) =>
      fetch(`${outlook}/calendar/view/day/2031/12/1${query}`, {
        redirect: "manual",
        headers,
      });
    const target = (reply: Response) => reply.headers.get("location");
    expect(target(await open("?as=a@contoso.com"))).toBe(
      "/outlook?as=a%40contoso.com&day=2031-12-01",
    );
    const referer = `${simulator.pagesUrl}/teams/x?as=b@contoso.com&theme=dark`;
    expect(target(await open("", { referer }))).toBe(
      "/outlook?as=b%40contoso.com&theme=dark&day=2031-12-01",
    );
    const foreign = "http://127.0.0.1:9/?as=c@contoso.com";
    expect(target(await open("", { referer: foreign }))).toBe(
      "/outlook?day=2031-12-01",
    );
    // A link in the product's tab names nobody: it is whom this browser showed last.
    const cookie = "simulated-person=d%40contoso.com";
    expect(target(await open("", { cookie }))).toBe(
      "/outlook?as=d%40contoso.com&day=2031-12-01",
    );
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
