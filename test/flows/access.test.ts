import { randomUUID } from "node:crypto";
import pg from "pg";
import type { EventDetail } from "../../bot/contract/events.ts";
import {
  foundMembersSchema,
  groupLeadsSchema,
  overseenGroupsSchema,
  type GroupChange,
  type GroupLeads,
  type GroupRole,
  type GroupSummary,
} from "../../bot/contract/groups.ts";
import type { Problem } from "../../bot/contract/problem.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

const confidentialLead = "LeeG@contoso.com";
const adele = "AdeleV@contoso.com";
const lidia = "LidiaH@contoso.com";

describe("who sees and does what", () => {
  let world: World;
  let groupId: string;
  let event: EventDetail;
  let member = "";
  let stranger = "";

  beforeAll(async () => {
    world = await openWorld();
    groupId = await world.groupId("Pride Network", confidentialLead);
    await world
      .as(confidentialLead)
      .send("PUT", `/api/groups/${groupId}`, { confidential: true });
    const team = world.simulator.world.teams.find(
      ({ name }) => name === "Pride Network",
    );
    const addresses = (inTeam: boolean) =>
      world.simulator.world.people
        .filter(
          ({ id, mail, isAdmin }) =>
            team?.memberIds.includes(id) === inTeam &&
            !isAdmin &&
            mail !== confidentialLead &&
            mail !== people.organizer,
        )
        .map(({ mail }) => mail);
    [member = ""] = addresses(true);
    [stranger = ""] = addresses(false);
    event = (
      await world
        .as(confidentialLead)
        .send<EventDetail>("POST", "/api/events", lunch(groupId))
    ).body;
  });
  afterAll(() => world.close());

  const change = () => {
    const { groupId: _group, ...fields } = lunch(groupId, { title: "Mine" });
    return fields;
  };
  const version = { "If-Match": '"1"' };

  it("hides a confidential group's event from everybody else, on every route", async () => {
    for (const person of [stranger, people.admin]) {
      const api = world.as(person);
      const path = `/api/events/${event.id}`;
      for (const [method, route, body, headers] of [
        ["GET", path],
        ["GET", `${path}/stream`],
        ["PUT", path, change(), version],
        ["POST", `${path}/preview`, change()],
        ["POST", `${path}/cancel`, { message: "" }, version],
        ["POST", `${path}/cancel/preview`],
        ["POST", `${path}/stop`, undefined, version],
        ["POST", `${path}/publish`],
        ["PUT", `${path}/response`, { answer: "accepted" }],
        ["POST", "/api/events", lunch(groupId)],
        ["POST", "/api/events/preview", lunch(groupId)],
        ["PUT", `/api/groups/${groupId}`, { confidential: false }],
        ["GET", `/api/groups/${groupId}/leads`],
        ["GET", `/api/groups/${groupId}/members`],
        ["PUT", `/api/groups/${groupId}/roles/o1`, { role: "owner" }],
      ] as const)
        expect(await api.send(method, route, body, headers)).toMatchObject({
          status: 404,
          body: { code: "notFound" },
        });
      expect((await api.events()).events).toEqual([]);
      expect((await api.me()).groups).not.toContainEqual(
        expect.objectContaining({ id: groupId }),
      );
    }
  });

  it("shows members the counts and not the names, and lets them change nothing", async () => {
    const api = world.as(member);
    const seen = await api.event(event.id);
    expect(seen).toMatchObject({
      attendees: null,
      audience: null,
      permissions: {
        edit: false,
        cancel: false,
        seeAttendees: false,
        answer: true,
      },
    });
    const path = `/api/events/${event.id}`;
    for (const [method, route, body] of [
      ["PUT", path, change()],
      ["POST", `${path}/preview`, change()],
      ["POST", `${path}/cancel`, { message: "" }],
      ["POST", `${path}/stop`, undefined],
      ["POST", `${path}/publish`, undefined],
      ["POST", "/api/events", lunch(groupId)],
      ["PUT", `/api/groups/${groupId}`, { confidential: false }],
      ["GET", `/api/groups/${groupId}/members`, undefined],
      ["PUT", `/api/groups/${groupId}/roles/o1`, { role: "owner" }],
    ] as const)
      expect(await api.send(method, route, body, version)).toMatchObject({
        status: 403,
      });
  });

  it("keeps the service account's page to admins", async () => {
    for (const person of [member, confidentialLead, stranger])
      for (const [method, path] of [
        ["GET", "/api/accounts"],
        ["POST", "/api/accounts/connect"],
        ["POST", "/api/accounts/check"],
        ["POST", "/api/accounts/admin-consent"],
        ["GET", "/api/accounts/it-details"],
        ["PUT", "/api/accounts/attendance"],
        ["POST", `/api/accounts/sign-ins/${randomUUID()}/confirm`],
        ["DELETE", `/api/accounts/sign-ins/${randomUUID()}`],
        ["DELETE", `/api/accounts/${randomUUID()}`],
      ] as const)
        expect(await world.as(person).send(method, path)).toMatchObject({
          status: 403,
        });
    expect(
      await world.as(people.admin).send("GET", "/api/accounts"),
    ).toMatchObject({ status: 200, body: { state: "notConnected" } });
  });

  it("keeps an event waiting while no account is connected, and says so", async () => {
    const waiting = await waitFor("the wait", async () => {
      const seen = await world.as(confidentialLead).event(event.id);
      return seen.progress.waitingFor === "serviceAccount" && seen;
    });
    expect(waiting).toMatchObject({ status: "scheduling" });
    await world.connectAccount();
    await waitFor("the invitations", async () => {
      const seen = await world.as(confidentialLead).event(event.id);
      return seen.status === "scheduled";
    });
    expect(
      world.simulator.mailbox(member).mails.map(({ kind }) => kind),
    ).toEqual(["invitation"]);
  });

  describe("who leads a group", () => {
    let womenId: string;
    beforeAll(async () => {
      womenId = await world.groupId("Women at Contoso", people.lead);
    });

    const objectId = (mail: string) =>
      world.simulator.world.people.find((person) => person.mail === mail)?.id ??
      "";
    const appoint = (by: string, whom: string, role: GroupRole) =>
      world
        .as(by)
        .send<GroupLeads & Problem>(
          "PUT",
          `/api/groups/${womenId}/roles/${objectId(whom)}`,
          { role },
        );
    const leads = async (by = adele) => {
      const { body } = await world
        .as(by)
        .send("GET", `/api/groups/${womenId}/leads`);
      return groupLeadsSchema.parse(body);
    };
    const roleOf = async (person: string) =>
      (await world.as(person).me()).groups.find(({ id }) => id === womenId)
        ?.myRole;

    it("is told to its members, and said by its owners, who find whom to appoint", async () => {
      expect(await leads()).toEqual({
        leads: [
          {
            objectId: objectId(people.lead),
            displayName: "Megan Bowen",
            role: "owner",
            ownsTeam: false,
          },
        ],
        canAppoint: false,
      });
      const { body } = await world
        .as(people.lead)
        .send("GET", `/api/groups/${womenId}/members?search=lidia`);
      expect(foundMembersSchema.parse(body)).toEqual({
        members: [
          {
            objectId: objectId(lidia),
            displayName: "Lidia Holloway",
            address: lidia.toLowerCase(),
            role: "member",
          },
        ],
        hasMore: false,
      });
      const { status, body: now } = await appoint(
        people.lead,
        lidia,
        "contributor",
      );
      expect([status, now.leads.length, now.canAppoint]).toEqual([
        200,
        2,
        true,
      ]);
      expect(await roleOf(lidia)).toBe("contributor");
      expect(
        (await world.as(lidia).send("POST", "/api/events", lunch(womenId)))
          .status,
      ).toBe(201);
    });

    it("is no contributor's business, nor has it to do with people outside the group", async () => {
      const refused = await appoint(lidia, adele, "contributor");
      expect([refused.status, refused.body.detail]).toEqual([
        403,
        "Only owners of Women at Contoso say who else leads it. Ask one of them.",
      ]);
      expect((await appoint(people.lead, people.admin, "owner")).status).toBe(
        404,
      );
      const { status } = await world
        .as(people.lead)
        .send("PUT", `/api/groups/${womenId}/roles/nobody`, { role: "owner" });
      expect(status).toBe(404);
    });

    it("stays an owner at least, also where two take it from each other at once", async () => {
      const last = await appoint(people.lead, people.lead, "member");
      expect([last.status, last.body.code]).toEqual([409, "lastOwner"]);
      await appoint(people.lead, lidia, "owner");
      const both = await Promise.all([
        appoint(people.lead, lidia, "member"),
        appoint(lidia, people.lead, "member"),
      ]);
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 403]);
      const { leads: left } = await leads();
      expect(left.filter(({ role }) => role === "owner")).toHaveLength(1);
      const [owner] = left;
      const name = owner?.objectId === objectId(lidia) ? lidia : people.lead;
      // Back to how it was; who gives up their own ownership is told so.
      await appoint(name, people.lead, "owner");
      const own = await appoint(lidia, lidia, "member");
      if (name === lidia) expect(own.body.canAppoint).toBe(false);
      await appoint(people.lead, lidia, "member");
      expect(await roleOf(lidia)).toBe("member");
    });

    it("keeps the role of who owns the team, until Teams says otherwise", async () => {
      const client = new pg.Client(world.database.connectionString);
      await client.connect();
      await client.query(
        "update group_members set role = 'owner', owns_team = true from people where people.id = person_id and group_id = $1 and object_id = $2",
        [womenId, objectId(lidia)],
      );
      const refused = await appoint(people.lead, lidia, "member");
      expect([refused.status, refused.body.code]).toEqual([409, "ownsTeam"]);
      await client.query(
        "update group_members set role = 'member', owns_team = false from people where people.id = person_id and group_id = $1 and object_id = $2",
        [womenId, objectId(lidia)],
      );
      await client.end();
    });
  });

  it("tells admins of every group who leads it in numbers, and nobody else", async () => {
    const path = "/api/organization/groups";
    for (const person of [member, confidentialLead])
      expect((await world.as(person).send("GET", path)).status).toBe(403);
    const { body } = await world.as(people.admin).send("GET", path);
    const { groups: all } = overseenGroupsSchema.parse(body);
    expect(all).toContainEqual({
      id: groupId,
      name: "Pride Network",
      confidential: true,
      installed: true,
      memberCount: 8,
      owners: 1,
      contributors: 0,
    });
  });

  it("lets leads say with what their group's new events begin", async () => {
    const womenId = await world.groupId("Women at Contoso", people.lead);
    const change = (body: GroupChange, by = people.lead) =>
      world
        .as(by)
        .send<GroupSummary & Problem>("PUT", `/api/groups/${womenId}`, body);
    const { body: before } = await change({});
    expect(before.defaults).toEqual({
      channelIds: null,
      isOnline: true,
      open: null,
      lateJoiners: true,
    });
    const [, second] = before.channels;
    await change({
      defaults: { isOnline: false, channelIds: [second?.id ?? ""] },
    });
    const { body: after } = await change({ defaults: { open: true } });
    expect(after.defaults).toEqual({
      channelIds: [second?.id],
      isOnline: false,
      open: true,
      lateJoiners: true,
    });
    const unknown = await change({ defaults: { channelIds: ["19:other"] } });
    expect([unknown.status, unknown.body.field]).toEqual([
      422,
      "defaults.channelIds",
    ]);
    expect((await change({ defaults: { open: true } }, adele)).status).toBe(
      403,
    );
    // Whoever was usual in a group for everybody is not in a confidential one.
    const { body: confidential } = await change({ confidential: true });
    expect(confidential.defaults?.open).toBe(null);
    const own = (await world.as(adele).me()).groups.find(
      ({ id }) => id === womenId,
    );
    expect(own).toMatchObject({ defaults: null, confidential: true });
    await change({
      confidential: false,
      defaults: { channelIds: null, isOnline: true, open: null },
    });
  });
});
