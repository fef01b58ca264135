import { randomUUID } from "node:crypto";
import type { EventDetail } from "../../bot/contract/events.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

const confidentialLead = "LeeG@contoso.com";

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
});
