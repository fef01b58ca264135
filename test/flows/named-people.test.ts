import pg from "pg";
import type {
  AudienceCheck,
  CheckedAudience,
} from "../../bot/contract/audience-check.ts";
import type {
  Audience,
  EventChange,
} from "../../bot/contract/event-content.ts";
import type { EventDetail } from "../../bot/contract/events.ts";
import type { MailPreview } from "../../bot/contract/mail-preview.ts";
import type { Problem } from "../../bot/contract/problem.ts";
import { openChannel, type TestChannel } from "../harness/channel.ts";
import { untilIdle } from "../harness/idle.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

/** Members of the group. */
const adele = "AdeleV@contoso.com";
const lidia = "LidiaH@contoso.com";
/** What Adele signs in with, and takes for her address. */
const adelesSignIn = "adele.vance@contoso.com";
/** In no team that the lead's group knows. */
const alex = "AlexW@contoso.com";
/** Of a group that the lead has nothing to do with. */
const leadOfAnother = "LeeG@contoso.com";
const memberOfAnother = "GradyA@contoso.com";
const guest = "somebody@fabrikam.com";

describe("people whom a lead names", () => {
  let world: World;
  let channel: TestChannel;

  beforeAll(async () => {
    world = await openWorld();
    await world.connectAccount();
    channel = await openChannel(world);
    await inDatabase(
      "update people set user_principal_name = $1 where address = $2",
      [adelesSignIn, adele.toLowerCase()],
    );
  });
  afterAll(() => world.close());

  const lead = () => world.as(people.lead);
  const inDatabase = async (statement: string, values: unknown[]) => {
    const client = new pg.Client(world.database.connectionString);
    await client.connect();
    await client.query(statement, values);
    await client.end();
  };
  const preview = (audience: Audience) =>
    lead().send<MailPreview>(
      "POST",
      "/api/events/preview",
      lunch(channel.groupId, { audience }),
    );
  const check = (more: Partial<AudienceCheck>, as = people.lead) =>
    world
      .as(as)
      .send<CheckedAudience & Problem>("POST", "/api/audience/check", {
        groupId: channel.groupId,
        eventId: null,
        audience: { group: false, addresses: [] },
        addresses: [],
        ...more,
      });
  const mailsOf = (person: string, title: string) =>
    world.simulator
      .mailbox(person)
      .mails.filter(({ subject }) => subject.includes(title))
      .map(({ kind }) => kind);
  const changeOf = (
    event: EventDetail,
    change: Partial<EventChange>,
  ): EventChange => ({
    title: event.title,
    description: event.description,
    start: event.start,
    end: event.end,
    timeZone: event.timeZone,
    isOnline: event.isOnline,
    location: event.location,
    audience: event.audience!,
    open: event.open,
    channelIds: [channel.id],
    ...change,
  });

  it("are counted once, by whatever letters, address or sign-in name", async () => {
    const { body } = await preview({
      group: false,
      addresses: [adele, adele.toUpperCase(), adelesSignIn, alex],
    });
    expect(body).toMatchObject({
      people: 2,
      named: { people: 2, doubles: 2, inGroup: 0, invited: 0 },
    });
    expect(body.mails[0]?.names).toContain("Adele Vance");
  });

  it("are told to be in the group where the whole group is invited", async () => {
    const { body } = await preview({
      group: true,
      addresses: [adelesSignIn, lidia, alex],
    });
    expect(body).toMatchObject({
      people: 13,
      named: { people: 3, doubles: 0, inGroup: 2 },
    });
  });

  it("are invited where mail reaches them, though the lead typed what they sign in with", async () => {
    const title = "Named by a sign-in name";
    await channel.schedule(title, {
      audience: { group: false, addresses: [adelesSignIn] },
    });
    expect(mailsOf(adele, title)).toEqual(["invitation"]);
  });

  it("stay invited as they are when a roster tells later whose sign-in name it was", async () => {
    const title = "Known later";
    await inDatabase(
      "update people set user_principal_name = null where address = $1",
      [adele.toLowerCase()],
    );
    const event = await channel.schedule(title, {
      audience: { group: false, addresses: [adelesSignIn, lidia] },
    });
    await inDatabase(
      "update people set user_principal_name = $1 where address = $2",
      [adelesSignIn, adele.toLowerCase()],
    );
    const moved = changeOf(event, { location: "Room 5" });
    const asked = await lead().send<MailPreview>(
      "POST",
      `/api/events/${event.id}/preview`,
      moved,
    );
    expect(asked.body.mails).toMatchObject([{ kind: "update", people: 2 }]);
    await lead().send("PUT", `/api/events/${event.id}`, moved, {
      "If-Match": `"${event.version}"`,
    });
    await untilIdle(world);
    expect(mailsOf(lidia, title)).toEqual(["update", "invitation"]);
    expect(mailsOf(adele, title)).toEqual([]);
    // Not even the whole group invites her once more.
    const whole = await lead().send<MailPreview>(
      "POST",
      `/api/events/${event.id}/preview`,
      changeOf(event, {
        location: "Room 5",
        audience: { group: true, addresses: [lidia] },
      }),
    );
    expect(whole.body.mails).toMatchObject([
      { kind: "invitation", people: 10 },
    ]);
    const rows = (await lead().event(event.id)).attendees ?? [];
    expect(rows.map(({ address }) => address).toSorted()).toEqual([
      adelesSignIn,
      lidia.toLowerCase(),
    ]);
  });

  describe("in a dry run", () => {
    it("are new, there already, of the group, or of elsewhere", async () => {
      const reply = await check({
        audience: { group: false, addresses: [adele] },
        addresses: [alex, adelesSignIn, guest, alex.toLowerCase()],
      });
      expect(reply).toMatchObject({
        status: 200,
        body: {
          doubles: [1, 3],
          inGroup: [],
          invited: [],
          outside: [2],
          outsidePolicy: "warn",
        },
      });
      const withGroup = await check({
        audience: { group: true, addresses: [guest] },
        addresses: [alex, adelesSignIn, guest],
      });
      expect(withGroup.body).toMatchObject({
        doubles: [2],
        inGroup: [1],
        outside: [],
      });
    });

    it("are invited already where the event has them, and the organizer is on every event", async () => {
      const event = await channel.schedule("Checked", {
        audience: { group: false, addresses: [adele] },
      });
      const reply = await check({
        eventId: event.id,
        addresses: [adelesSignIn, alex, people.organizer],
      });
      expect(reply.body).toMatchObject({ invited: [0, 2], doubles: [] });
    });

    it("are nobody's business but the leads'", async () => {
      const event = await channel.schedule("Not theirs", {
        audience: { group: false, addresses: [adele] },
      });
      for (const eventId of [null, event.id]) {
        const reply = await check({ eventId, addresses: [alex] }, adele);
        expect(reply.status).toBe(403);
        expect(JSON.stringify(reply.body)).not.toContain("doubles");
      }
    });

    it("tell of the group of the event, whatever group is named", async () => {
      const event = await channel.schedule("Of its own group", {
        audience: { group: false, addresses: [alex] },
      });
      const [other] = (await world.as(leadOfAnother).me()).groups;
      expect(other?.id).not.toBe(channel.groupId);
      const reply = await check({
        eventId: event.id,
        groupId: other!.id,
        audience: { group: true, addresses: [] },
        addresses: [memberOfAnother, lidia],
      });
      expect(reply.body).toMatchObject({ inGroup: [1] });
    });

    it("tell nothing of a group that the lead does not lead, named as a host besides", async () => {
      const [other] = (await world.as(leadOfAnother).me()).groups;
      const reply = await check({
        audience: { group: true, coHosts: [other!.id], addresses: [] },
        addresses: [memberOfAnother, lidia],
      });
      expect(reply).toMatchObject({
        status: 422,
        body: { code: "coHostRefused" },
      });
      expect(JSON.stringify(reply.body)).not.toContain("inGroup");
    });

    it("stores nothing", async () => {
      const before = await lead().events();
      await check({ addresses: [alex, guest] });
      expect(await lead().events()).toEqual(before);
    });
  });
});
