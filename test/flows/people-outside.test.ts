import type {
  AudienceSettingsView,
  WantedAudienceSettings,
} from "../../bot/contract/audiences.ts";
import type {
  Audience,
  EventChange,
} from "../../bot/contract/event-content.ts";
import type { EventDetail } from "../../bot/contract/events.ts";
import type { MailPreview } from "../../bot/contract/mail-preview.ts";
import type { Problem } from "../../bot/contract/problem.ts";
import { contosoSeed } from "../../simulator/seed/contoso.ts";
import { openChannel } from "../harness/channel.ts";
import { heldEvents } from "../harness/held-events.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

const guest = "lidia@fabrikam.com";
const path = "/api/audience-settings";
const outsider = "ada@fabrikam.com";

/** Contoso, where one member of the team is a guest (Entra: "Properties of a Microsoft Entra B2B collaboration user"). */
function withGuest(): ReturnType<typeof contosoSeed> {
  const seed = contosoSeed();
  for (const person of seed.people)
    if (person.displayName === "Lidia Holloway") {
      person.mail = guest;
      person.upn = "lidia_fabrikam.com#EXT#@contoso.onmicrosoft.com";
    }
  return seed;
}

describe("people outside the organization", () => {
  let world: World;
  let groupId: string;
  beforeAll(async () => {
    world = await openWorld({ simulator: { worldSeed: withGuest() } });
    groupId = await world.groupId("Women at Contoso", people.lead);
  });
  afterAll(() => world.close());

  const admin = () => world.as(people.admin);
  const settings = async () =>
    (await admin().send<AudienceSettingsView>("GET", path)).body;
  const choose = async (wanted: Partial<WantedAudienceSettings>) => {
    const { version, domainsNamed, ownDomains, ...now } = await settings();
    return admin().send<AudienceSettingsView & Problem>(
      "PUT",
      path,
      { ...now, ownDomains: domainsNamed ? ownDomains : [], ...wanted },
      { "If-Match": `"${version}"` },
    );
  };
  const asLead = <T>(route: string, audience: Partial<Audience>) =>
    world.as(people.lead).send<T>(
      "POST",
      route,
      lunch(groupId, {
        audience: { group: false, addresses: [], ...audience },
      }),
    );
  const preview = (audience: Partial<Audience>) =>
    asLead<MailPreview & Problem>("/api/events/preview", audience);
  const schedule = (audience: Partial<Audience>) =>
    asLead<EventDetail>("/api/events", audience);

  it("are told in the preview by name, guests apart, as long as no admin says otherwise", async () => {
    expect(await settings()).toEqual({
      ownDomains: ["contoso.com"],
      domainsNamed: false,
      externalPolicy: "warn",
      meetingCapacity: 300,
      smallestBreakdown: 5,
      version: 1,
    });
    const all = await preview({ group: true, addresses: [outsider] });
    expect(all.body.outside).toEqual({
      external: { count: 1, names: [outsider] },
      guests: { count: 1, names: ["Lidia Holloway"] },
    });
    const own = await preview({
      addresses: ["AlexW@contoso.com", "somebody@uk.contoso.com"],
    });
    expect(own.status).toBe(200);
    expect(own.body.outside).toBeUndefined();
  });

  it("are nothing to tell of where an admin lets them be invited", async () => {
    expect(await choose({ externalPolicy: "allow" })).toMatchObject({
      status: 200,
      body: { externalPolicy: "allow" },
    });
    const all = await preview({ group: true, addresses: [outsider] });
    expect(all.body.outside).toBeUndefined();
  });

  it("are refused with their addresses and the cure, and those of before stay", async () => {
    const invited = (await schedule({ addresses: [outsider, guest] })).body;
    await choose({ externalPolicy: "refuse" });
    const many = Array.from({ length: 8 }, (_, n) => `ada${n}@fabrikam.com`);
    for (const ask of [preview, schedule])
      expect(await ask({ group: true, addresses: many })).toMatchObject({
        status: 422,
        body: {
          code: "outsideRefused",
          field: "audience.addresses",
          detail:
            "Your organization does not let people outside it be invited: ada0@fabrikam.com, ada1@fabrikam.com, ada2@fabrikam.com, ada3@fabrikam.com, ada4@fabrikam.com and 3 more. Take them off, or ask an administrator to allow them in Settings.",
        },
      });
    // A guest is in the team.
    const members = await preview({ group: true });
    expect(members.body.outside).toEqual({
      external: { count: 0, names: [] },
      guests: { count: 1, names: ["Lidia Holloway"] },
    });

    const { groupId: _group, ...change }: EventChange & { groupId: string } =
      lunch(groupId, { title: "Still with Ada" });
    const changed = (addresses: string[]) =>
      world
        .as(people.lead)
        .send<Problem>(
          "PUT",
          `/api/events/${invited.id}`,
          { ...change, audience: { group: false, addresses } },
          { "If-Match": `"${invited.version}"` },
        );
    expect(await changed([outsider, guest, ...many])).toMatchObject({
      status: 422,
      body: { field: "audience.addresses" },
    });
    const previewed = await world
      .as(people.lead)
      .send<Problem>("POST", `/api/events/${invited.id}/preview`, {
        ...change,
        audience: { group: false, addresses: [outsider, "bo@fabrikam.com"] },
      });
    expect(previewed.body.detail).toContain("invited: bo@fabrikam.com. Take");
    expect(await changed([outsider, guest])).toMatchObject({ status: 200 });
  });

  it("are not those at domains that an admin names, nor mailing lists that an admin names", async () => {
    await choose({ externalPolicy: "refuse", ownDomains: ["Fabrikam.com "] });
    expect(await settings()).toMatchObject({
      ownDomains: ["fabrikam.com"],
      domainsNamed: true,
    });
    expect(await preview({ addresses: [outsider] })).toMatchObject({
      status: 200,
    });
    expect(await preview({ addresses: ["x@contoso.com"] })).toMatchObject({
      status: 422,
    });
    await admin().send("POST", "/api/mailing-lists", {
      name: "Everybody at Contoso",
      address: "x@contoso.com",
      about: 9000,
      kind: "list",
    });
    const named = await preview({ addresses: ["x@contoso.com"] });
    expect(named.status).toBe(200);
    expect(named.body.outside).toBeUndefined();
    await choose({ ownDomains: [] });
    expect(await settings()).toMatchObject({
      ownDomains: ["contoso.com"],
      domainsNamed: false,
    });
  });

  it("are ruled on by admins alone, by what they saw last", async () => {
    const { version, domainsNamed: _named, ...wanted } = await settings();
    const headers = { "If-Match": `"${version}"` };
    for (const [method, body] of [["GET"], ["PUT", wanted]] as const)
      expect(
        await world.as(people.lead).send(method, path, body, headers),
      ).toMatchObject({ status: 403 });
    expect(await admin().send("PUT", path, wanted)).toMatchObject({
      status: 428,
    });
    const changed = { ...wanted, meetingCapacity: 1000 };
    for (const _again of [1, 2])
      expect(await admin().send("PUT", path, changed, headers)).toMatchObject({
        status: 200,
        body: { meetingCapacity: 1000, version: version + 1 },
      });
    expect(await admin().send("PUT", path, wanted, headers)).toMatchObject({
      status: 412,
      body: { code: "versionConflict" },
    });
  });

  it("leave other rules alone: from another size on, cards and pages tell answers apart at once", async () => {
    await world.connectAccount();
    const channel = await openChannel(world);
    const title = "Lunch of a few";
    const { id } = await channel.schedule(title, {
      audience: { group: false, addresses: ["AdeleV@contoso.com"] },
    });
    await channel.shows(title, "0 of 1 answered");
    const adele = world.as("AdeleV@contoso.com");
    const watching = adele.follow(id);
    await waitFor("the stream", () => Promise.resolve(watching.latest()));
    await choose({ smallestBreakdown: 1 });
    await channel.shows(title, "0 going");
    await waitFor("the page", () =>
      Promise.resolve("accepted" in (watching.latest()?.tally ?? {})),
    );
    await watching.close();
  });

  it.each([
    [{ ownDomains: ["contoso"] }, "ownDomains.0"],
    [{ ownDomains: ["contoso.com", "ada@contoso.com"] }, "ownDomains.1"],
    [{ externalPolicy: "ask" as "warn" }, "externalPolicy"],
    [{ meetingCapacity: 0 }, "meetingCapacity"],
    [{ smallestBreakdown: 1.5 }, "smallestBreakdown"],
  ])("rules such as %j are refused at their field", async (wanted, field) => {
    expect(await choose(wanted)).toMatchObject({
      status: 422,
      body: { field },
    });
  });
});

describe("a change with people outside that waits to be sent", () => {
  let world: World;
  afterAll(() => world.close());

  it("is not sent once an admin refuses them, and says why", async () => {
    world = await openWorld({ environment: { SEND_HOLD_SECONDS: "3" } });
    await world.connectAccount();
    const groupId = await world.groupId("Women at Contoso", people.lead);
    const held = heldEvents(world, groupId);
    const title = "Lunch with Ada";
    const event = await held.scheduled(title);
    const { groupId: _group, ...wanted } = lunch(groupId, {
      title,
      audience: { group: true, addresses: [outsider] },
    });
    const changed = await held.change(event, wanted);
    expect(changed.body.held).toMatchObject({ kind: "change", problem: null });
    const refused = await world.as(people.admin).send(
      "PUT",
      path,
      {
        ownDomains: [],
        externalPolicy: "refuse",
        meetingCapacity: 300,
        smallestBreakdown: 5,
      },
      { "If-Match": '"1"' },
    );
    expect(refused.status).toBe(200);
    const after = await waitFor("the reason", async () => {
      const now = await world.as(people.lead).event(event.id);
      return now.held?.problem ? now : undefined;
    });
    expect(after.held?.problem).toContain(`be invited: ${outsider}. Take`);
    expect(world.simulator.mailbox(outsider).mails).toEqual([]);
  });
});
