import type { Tally } from "../../bot/contract/answer.ts";
import type {
  Audience,
  EventChange,
} from "../../bot/contract/event-content.ts";
import type { MailPreview } from "../../bot/contract/mail-preview.ts";
import type { EventOfLead } from "../harness/api.ts";
import { openChannel, type TestChannel } from "../harness/channel.ts";
import { untilIdle } from "../harness/idle.ts";
import { judgeSeenCards } from "../harness/seen-cards.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

const list = "marketing@contoso.com";
/** The members of that list. */
const alex = "AlexW@contoso.com";
const megan = people.lead;
const miriam = "MiriamG@contoso.com";
const lidia = "LidiaH@contoso.com";

/** Miriam is on the list and invited by name as well. */
const listAndTwo: Audience = {
  group: false,
  addresses: [list, miriam, lidia],
  lists: [{ address: list, about: 1200 }],
};

describe.each([
  ["reports members who answer", true],
  ["keeps the answers of members to itself", false],
])("a mailing list where Outlook %s", (_how, listMembersGetRows) => {
  let world: World;
  let channel: TestChannel;

  beforeAll(async () => {
    world = await openWorld();
    world.simulator.changeSettings({ listMembersGetRows });
    await world.connectAccount();
    channel = await openChannel(world);
  });
  afterAll(() => world.close());

  const lead = () => world.as(people.lead);
  const mailsOf = (person: string, title: string) =>
    world.simulator
      .mailbox(person)
      .mails.filter(({ subject }) => subject.includes(title))
      .map(({ kind }) => kind);
  const rows = (event: EventOfLead) =>
    event.attendees?.map(
      ({ address, answer, listSize }) =>
        `${address}: ${answer}${listSize === null ? "" : `, a list of ${listSize}`}`,
    );
  const untilTally = (id: string, tally: Partial<Tally>) =>
    waitFor("the tally", async () => {
      const event = await lead().event(id);
      expect(event.tally).toMatchObject(tally);
      return event;
    });
  const respond = (
    person: string,
    title: string,
    response: "accepted" | "declined",
  ) => world.simulator.respond({ person, subject: title, response });

  it("is one mail in the preview, and one attendee", async () => {
    const title = "Preview of a list";
    const preview = await lead().send<MailPreview>(
      "POST",
      "/api/events/preview",
      lunch(channel.groupId, { title, audience: listAndTwo }),
    );
    expect(preview.body).toMatchObject({
      people: 3,
      mails: [{ people: 3, lists: { count: 1, about: 1200 } }],
    });
    const event = await channel.schedule(title, { audience: listAndTwo });
    expect(event.audience).toMatchObject({
      ...listAndTwo,
      addresses: [list, miriam, lidia].map((address) => address.toLowerCase()),
    });
    expect(event.tally).toEqual({
      accepted: 0,
      tentative: 0,
      declined: 0,
      none: 2,
      total: 2,
      lists: { count: 1, about: 1200, members: 0 },
    });
    expect(event.progress).toMatchObject({ invited: 3, total: 3 });
    for (const person of [alex, megan, miriam, lidia])
      expect(mailsOf(person, title)).toEqual(["invitation"]);
  });

  it("adds members who answer in Outlook, and counts nobody twice who is invited by name as well", async () => {
    const title = "Lunch of a list";
    const { id } = await channel.schedule(title, { audience: listAndTwo });
    respond(alex, title, "accepted");
    respond(miriam, title, "declined");
    await untilTally(id, { declined: 1 });
    await untilIdle(world);
    const event = await lead().event(id);
    expect(event.tally).toEqual({
      accepted: listMembersGetRows ? 1 : 0,
      tentative: 0,
      declined: 1,
      none: 1,
      total: listMembersGetRows ? 3 : 2,
      lists: { count: 1, about: 1200, members: listMembersGetRows ? 1 : 0 },
    });
    expect(rows(event)?.toSorted()).toEqual([
      ...(listMembersGetRows ? ["alexw@contoso.com: accepted"] : []),
      "lidiah@contoso.com: none",
      "marketing@contoso.com: none, a list of 1200",
      "miriamg@contoso.com: declined",
    ]);
    const sentence = `${listMembersGetRows ? 1 : 0} going · 0 maybe · 1 can’t go · 1 of 2 not answered · of 2 people and a list of about 1,200`;
    await channel.shows(title, sentence);
    // The list of events and the bot's answer in the channel count alike.
    const listed = (await lead().events()).events.find(
      (each) => each.id === id,
    );
    expect(listed?.tally).toEqual(event.tally);
    world.simulator.say({
      person: people.lead,
      conversation: channel.id,
      text: `tally ${title}`,
      mentionsBot: true,
    });
    await waitFor("the bot's answer", () =>
      JSON.stringify(channel.cardsOf("The answers so far")).includes(sentence),
    );
  });

  it("lets members change their answer in the tab and on the card once Outlook has told of them", async () => {
    const title = "Second thoughts of a list";
    const { id } = await channel.schedule(title, { audience: listAndTwo });
    respond(alex, title, "accepted");
    await untilIdle(world);
    const inTab = await world
      .as(alex)
      .send("PUT", `/api/events/${id}/response`, { answer: "tentative" });
    expect(inTab.status).toBe(listMembersGetRows ? 200 : 403);
    const pressed = await channel.press(miriam, title, "Going");
    expect(JSON.stringify(pressed)).toContain("Your answer: going.");
    const after = await untilTally(id, { accepted: 1 });
    expect(after.tally).toMatchObject({
      tentative: listMembersGetRows ? 1 : 0,
      total: listMembersGetRows ? 3 : 2,
    });
    // Of somebody on the list whom nobody knows of yet, the card says where they can answer.
    const unknown = await channel.press(megan, title, "Going");
    expect(JSON.stringify(unknown)).toContain("by a mailing list");
  });

  it("invites members by name who join an open event, and counts them once when Outlook tells of them, too", async () => {
    const title = "Open lunch of a list";
    const { id } = await channel.schedule(title, {
      audience: listAndTwo,
      open: true,
    });
    const joined = await world
      .as(alex)
      .send("PUT", `/api/events/${id}/response`, { answer: "accepted" });
    expect(joined.status).toBe(200);
    await waitFor("the invitation by name", async () => {
      const event = await lead().event(id);
      return event.attendees?.find(({ address }) => address.startsWith("alex"))
        ?.invited;
    });
    respond(alex, title, "declined");
    const event = await untilTally(id, { accepted: 0, declined: 1 });
    expect(event.tally).toMatchObject({
      total: 3,
      lists: { count: 1, about: 1200, members: 0 },
    });
  });

  it("can be marked, sized and unmarked later without any mail", async () => {
    const title = "Late mark of a list";
    const created = await channel.schedule(title, {
      audience: { group: false, addresses: [list, lidia] },
    });
    expect(created.tally).toMatchObject({ none: 2, total: 2 });
    expect(created.tally.lists).toBeUndefined();
    await untilIdle(world);
    const mails = [alex, megan, miriam, lidia].map((person) =>
      mailsOf(person, title),
    );
    for (const lists of [
      [{ address: list.toUpperCase(), about: 40 }],
      [{ address: list, about: 1200 }],
      [],
    ]) {
      const { version } = await lead().event(created.id);
      const { groupId: _group, ...change }: EventChange & { groupId: string } =
        lunch(channel.groupId, {
          title,
          channelIds: [channel.id],
          audience: { group: false, addresses: [list, lidia], lists },
        });
      const preview = await lead().send<MailPreview>(
        "POST",
        `/api/events/${created.id}/preview`,
        change,
      );
      expect(preview.body).toEqual({
        people: 0,
        mails: [],
        named: { people: 2, doubles: 0, inGroup: 0, invited: 0 },
        changes: [],
        answersReset: false,
      });
      const changed = await lead().send<EventOfLead>(
        "PUT",
        `/api/events/${created.id}`,
        change,
        { "If-Match": `"${version}"` },
      );
      expect(changed.status).toBe(200);
      expect(changed.body.version).toBe(version + 1);
      expect(changed.body.tally.lists?.about).toBe(lists[0]?.about);
      expect(changed.body.tally.none).toBe(lists.length === 0 ? 2 : 1);
      await waitFor("Outlook to be up to date", async () => {
        const event = await lead().event(created.id);
        return event.status === "scheduled";
      });
    }
    await untilIdle(world);
    await channel.shows(title, "0 of 2 answered");
    expect(
      [alex, megan, miriam, lidia].map((person) => mailsOf(person, title)),
    ).toEqual(mails);
  });

  it.each([
    ["of an address that is not typed", [{ address: alex, about: 5 }], alex],
    [
      "named twice",
      [list, list].map((address) => ({ address, about: 5 })),
      "twice",
    ],
    ["of nobody", [{ address: list, about: 0 }], "a number from 1"],
    ["without a size", [{ address: list }], "a number from 1"],
    [
      "of a part of a person",
      [{ address: list, about: 1.5 }],
      "a number from 1",
    ],
    [
      "of more than there are",
      [{ address: list, about: 1_000_001 }],
      "to 1,000,000",
    ],
  ])("is refused %s", async (_what, lists, words) => {
    const refused = await lead().send("POST", "/api/events", {
      ...lunch(channel.groupId),
      audience: { ...listAndTwo, lists },
    });
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.body)).toContain(words);
    expect(JSON.stringify(refused.body)).toContain("audience.lists.");
  });

  it("makes only cards that can be drawn", () => {
    const { cards, warnings } = judgeSeenCards(world.simulator);
    expect(cards).toBeGreaterThan(0);
    expect(warnings).toEqual([]);
  });
});
