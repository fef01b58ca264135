import type { Client } from "@microsoft/microsoft-graph-client";
import { contosoSeed } from "../seed/contoso.ts";
import type { Simulator } from "../start-simulator.ts";
import {
  any,
  graphClientFor,
  graphClientForApp,
} from "../testing/graph-client.ts";
import { startTestSimulator } from "../testing/simulator-for-tests.ts";
import type { Team } from "../world/world-seed.ts";

let simulator: Simulator;
let client: Client;

beforeEach(async () => {
  simulator = await startTestSimulator();
  client = await graphClientForApp(simulator);
});
afterEach(() => simulator.close());

interface MemberPage {
  "@odata.count": number;
  "@odata.nextLink"?: string;
  value: { displayName: string; userId: string; roles: string[] }[];
}

const members = (team: Team, of = client) =>
  of.api(`/teams/${team.groupId}/members`).get() as Promise<MemberPage>;

const teamNamed = (name: string) =>
  simulator.world.teams.find((team) => team.name === name)!;

describe("the members of a team", () => {
  it("tell the app who owns the team, where the team has the app", async () => {
    const page = await members(teamNamed("Parents and Caregivers"));
    expect(page["@odata.count"]).toBe(9);
    expect(page["@odata.nextLink"]).toBeUndefined();
    const owners = page.value.filter(({ roles }) => roles.includes("owner"));
    // One of them has not installed the app.
    expect(owners.map(({ displayName }) => displayName)).toEqual([
      "Alex Wilber",
      "Pradeep Gupta",
    ]);
    expect(page.value[0]).toEqual({
      "@odata.type": "#microsoft.graph.aadUserConversationMember",
      id: any(String),
      roles: ["owner"],
      displayName: "Alex Wilber",
      visibleHistoryStartDateTime: "0001-01-01T00:00:00Z",
      userId: simulator.world.personByAddress("AlexW@contoso.com")!.id,
      email: "AlexW@contoso.com",
      tenantId: simulator.world.tenant.id,
    });
  });

  it("are refused without the app, without the consent, and to people", async () => {
    const refusal = { statusCode: 403, code: "Forbidden" };
    const women = teamNamed("Women at Contoso");
    await expect(members(teamNamed("Veterans Network"))).rejects.toMatchObject(
      refusal,
    );
    const person = await graphClientFor(simulator);
    await expect(members(women, person)).rejects.toMatchObject(refusal);
    simulator.changeSettings({ rscGranted: false });
    await expect(members(women)).rejects.toMatchObject(refusal);
  });

  it("are not known by the team's id in the Bot Framework", async () => {
    const { id } = teamNamed("Women at Contoso");
    await expect(
      client.api(`/teams/${encodeURIComponent(id)}/members`).get(),
    ).rejects.toMatchObject({ statusCode: 403 });
  });

  it("come in pages", async () => {
    await simulator.close();
    const seed = contosoSeed({ moreEmployees: 150 });
    const [team] = seed.teams;
    const memberIds = seed.people.map(({ id }) => id);
    simulator = await startTestSimulator({
      worldSeed: { ...seed, teams: [{ ...team!, memberIds }] },
    });
    client = await graphClientForApp(simulator);
    const first = await members(team!);
    expect(first.value).toHaveLength(100);
    const link = first["@odata.nextLink"]!;
    const second = (await client.api(link).get()) as MemberPage;
    expect(second.value).toHaveLength(77);
    expect(second["@odata.nextLink"]).toBeUndefined();
    const all = [...first.value, ...second.value].map(({ userId }) => userId);
    expect(new Set(all).size).toBe(177);
  });

  it("cannot be filtered, and say so", async () => {
    const { groupId } = teamNamed("Women at Contoso");
    await expect(
      client
        .api(`/teams/${groupId}/members`)
        .filter("roles/any(r:r eq 'owner')")
        .get(),
    ).rejects.toMatchObject({ statusCode: 501 });
  });
});
