import type { Appearance } from "../../bot/contract/appearance.ts";
import { openChannel, type TestChannel } from "../harness/channel.ts";
import { parseCard } from "../harness/parse-card.ts";
import { untilIdle } from "../harness/idle.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

const team = "Women at Contoso";
const member = "AdeleV@contoso.com";
const other = "DiegoS@contoso.com";
const nobodyBesides = {
  group: true,
  addresses: [],
  moreAddresses: 0,
  lists: [],
};

describe("cards in channels", () => {
  let world: World;
  let channel: TestChannel;
  beforeAll(async () => {
    world = await openWorld();
    await world.connectAccount();
    channel = await openChannel(world);
  });
  afterEach(() => world.simulator.clearFaults());
  afterAll(() => world.close());

  const lead = () => world.as(people.lead);

  it("posts the card into each chosen channel, and shows the lead where it stands", async () => {
    const event = await channel.schedule("Posted lunch");
    expect(event.cards).toMatchObject([
      { channelId: channel.id, channelName: "General", state: "upToDate" },
    ]);
    expect(channel.cardsOf("Posted lunch")).toHaveLength(1);
    await channel.shows("Posted lunch", `0 going`);
    await channel.shows("Posted lunch", "Join the meeting");
  });

  it("shows a description as its lead formatted it, cleaned, as the invitation, the tab and the search do", async () => {
    const event = await channel.schedule("Formatted lunch", {
      description: "",
      descriptionHtml:
        '<h1>Menu</h1><ul><li onclick="x()"><b>Soup</b></li><li><a href="https://contoso.com/menu">more *here*</a></li></ul><p>Bye<script>alert(1)</script></p>',
    });
    const html =
      '<h3>Menu</h3><ul><li><strong>Soup</strong></li><li><a href="https://contoso.com/menu">more *here*</a></li></ul><p>Bye</p>';
    expect(event).toMatchObject({
      descriptionHtml: html,
      description:
        "Menu\n\n- Soup\n- more *here* (https://contoso.com/menu)\n\nBye",
    });
    await channel.shows("Formatted lunch", "Soup");
    await channel.shows("Formatted lunch", "](https://contoso.com/menu)");
    const mail = world.simulator
      .mailbox(member)
      .mails.find(({ subject }) => subject === "Formatted lunch");
    expect(mail?.bodyHtml).toContain(html);
    const { body } = await lead().send<{ events: { id: string }[] }>(
      "GET",
      "/api/events?when=upcoming&search=more+*here*",
    );
    expect(body.events.map(({ id }) => id)).toEqual([event.id]);
  });

  it("shows beforehand what will be posted and mailed, to who may schedule it, and keeps nothing", async () => {
    const groupId = await world.groupId(team, people.lead);
    const { title, start, end, timeZone, location } = lunch(groupId, {
      title: "Foreseen lunch",
    });
    const wanted = {
      ...{ groupId, title, start, end, timeZone, location },
      eventId: null,
      descriptionHtml:
        '<p onclick="x()">Bring <b>food</b></p><script></script>',
      isAllDay: false,
      isOnline: true,
      coHosts: [],
      open: false,
      audience: nobodyBesides,
    };
    const ask = (person: string, more: object = {}) =>
      world
        .as(person)
        .send<Appearance & { code: string }>("POST", "/api/events/appearance", {
          ...wanted,
          ...more,
        });
    const listed = () => lead().send("GET", "/api/events?when=upcoming");
    const before = (await listed()).body;
    const start0 = world.simulator.exchanges().length;
    const { body } = await ask(people.lead);
    expect(body.invitationHtml).toMatch(
      /<p>Bring <strong>food<\/strong><\/p><p><a href="[^"]+">Open this event in Teams<\/a>/,
    );
    expect(parseCard(body.card)).toMatchObject({
      warnings: [],
      texts: expect.arrayContaining([title, "Bring food"]) as unknown,
    });
    // Drawn for who is asked, it names nobody whose copy Teams would fetch.
    expect(body.card).not.toHaveProperty("refresh");

    expect(await ask(member)).toMatchObject({ status: 403 });
    expect(await ask(people.lead, { end: "2031-12-01T11:00" })).toMatchObject({
      status: 422,
      body: { code: "endBeforeStart" },
    });
    const pride = await world.groupId("Pride Network", "LeeG@contoso.com");
    expect(await ask(people.lead, { groupId: pride })).toMatchObject({
      status: 403,
    });
    expect((await listed()).body).toEqual(before);
    expect(
      world.simulator
        .exchanges()
        .slice(start0)
        .filter(({ service }) => service === "graph"),
    ).toEqual([]);
  });

  it("shows beforehand how a change will look, with the answers that there are", async () => {
    const event = await channel.schedule("Changed lunch");
    await channel.press(member, "Changed lunch", "Going");
    await channel.shows("Changed lunch", "1 going");
    const { body } = await lead().send<Appearance>(
      "POST",
      "/api/events/appearance",
      {
        groupId: event.group.id,
        eventId: event.id,
        title: "Changed supper",
        descriptionHtml: "",
        start: event.start,
        end: event.end,
        timeZone: event.timeZone,
        isAllDay: false,
        isOnline: true,
        location: "",
        coHosts: [],
        open: false,
        audience: nobodyBesides,
      },
    );
    const { texts, warnings } = parseCard(body.card);
    expect(warnings).toEqual([]);
    expect(texts).toContain("Changed supper");
    expect(texts.join()).toContain("1 going");
    expect(body.card).not.toHaveProperty("refresh");
  });

  it("answers a press with the reader's own card and updates the others' copies", async () => {
    const event = await channel.schedule("Answered lunch");
    const answer = await channel.press(member, "Answered lunch", "Going");
    expect(answer.kind).toBe("card");
    const text = JSON.stringify(answer);
    expect(text).toContain("Your answer: going.");
    expect(text).toContain("Outlook does not know this answer");
    expect(text).toContain("1 going");
    await channel.shows("Answered lunch", "1 going");
    const own = await world.simulator.viewMessage({
      conversation: channel.id,
      person: member,
      messageId: channel.cardOf("Answered lunch").id,
    });
    expect(JSON.stringify(own)).toContain("Your answer: going.");
    const theirs = await world.simulator.viewMessage({
      conversation: channel.id,
      person: other,
      messageId: channel.cardOf("Answered lunch").id,
    });
    expect(JSON.stringify(theirs)).toContain("You have not answered yet.");
    const seen = await lead().event(event.id);
    expect(seen.tally.accepted).toBe(1);
    expect(
      seen.attendees?.find(({ answer }) => answer === "accepted"),
    ).toMatchObject({ address: member.toLowerCase(), answeredIn: "card" });
  });

  it("shows answers from Outlook and the tab on the card", async () => {
    const event = await channel.schedule("Everywhere lunch");
    world.simulator.respond({
      person: member,
      subject: "Everywhere lunch",
      response: "accepted",
    });
    await world
      .as(other)
      .send("PUT", `/api/events/${event.id}/response`, { answer: "declined" });
    await channel.shows("Everywhere lunch", "1 going · 0 maybe · 1 can’t go");
  });

  it("brings a reader's own copy up to date though the tally stays", async () => {
    await channel.schedule("Twice answered lunch");
    await channel.press(member, "Twice answered lunch", "Going");
    await channel.shows("Twice answered lunch", "1 going");
    const own = async () =>
      JSON.stringify(
        await world.simulator.viewMessage({
          conversation: channel.id,
          person: member,
          messageId: channel.cardOf("Twice answered lunch").id,
        }),
      );
    expect(await own()).toContain("Outlook does not know this answer");
    world.simulator.respond({
      person: member,
      subject: "Twice answered lunch",
      response: "accepted",
    });
    await waitFor("the own copy to know", async () => {
      const copy = await own();
      return (
        copy.includes("Your answer: going.") &&
        !/Outlook does not know/.test(copy)
      );
    });
  });

  it("adds whoever answers an open event, once, with one invitation", async () => {
    const event = await channel.schedule("Open lunch", {
      open: true,
      audience: { group: false, addresses: [member] },
    });
    expect(event.tally.total).toBe(1);
    const answers = await Promise.all([
      channel.press(other, "Open lunch", "Going"),
      channel.press(other, "Open lunch", "Going"),
      channel
        .press("NestorW@contoso.com", "Open lunch", "Maybe")
        .catch(() => null),
    ]);
    expect(answers[0]?.kind).toBe("card");
    await waitFor("the invitation", async () => {
      const mails = world.simulator
        .mailbox(other)
        .mails.filter(({ subject }) => subject.includes("Open lunch"));
      return mails.length > 0;
    });
    await untilIdle(world);
    const mails = world.simulator
      .mailbox(other)
      .mails.filter(({ subject }) => subject.includes("Open lunch"));
    expect(mails).toHaveLength(1);
    const seen = await lead().event(event.id);
    expect(
      seen.attendees?.filter(({ address }) => address === other.toLowerCase()),
    ).toMatchObject([{ answer: "accepted", invited: true }]);
    // Nobody else was mailed because of it.
    expect(
      world.simulator
        .mailbox(member)
        .mails.filter(({ subject }) => subject.includes("Open lunch")),
    ).toHaveLength(1);
  });

  it("refuses whoever is not invited to a closed event, with a sentence", async () => {
    await channel.schedule("Closed lunch", {
      audience: { group: false, addresses: [member] },
    });
    const answer = await channel.press(other, "Closed lunch", "Going");
    expect(JSON.stringify(answer)).toContain("You are not invited");
    await untilIdle(world);
    expect(JSON.stringify(channel.cardsOf("Closed lunch"))).toContain(
      "0 of 1 answered",
    );
  });

  it("voids an answer to the time before a move", async () => {
    const event = await channel.schedule("Moved lunch");
    const before = channel.cardOf("Moved lunch");
    const { groupId: _group, ...change } = lunch(channel.groupId, {
      title: "Moved lunch",
      channelIds: [channel.id],
      start: "2031-12-03T12:00",
      end: "2031-12-03T13:00",
    });
    const moved = await lead().send("PUT", `/api/events/${event.id}`, change, {
      "If-Match": `"${event.version}"`,
    });
    expect(moved.status).toBe(200);
    const answer = await world.simulator.execute({
      conversation: channel.id,
      person: member,
      messageId: before.id,
      title: "Going",
      data: { scheduleVersion: 1 },
    });
    expect(JSON.stringify(answer)).toContain(
      "The event has been moved since you looked",
    );
    await channel.shows("Moved lunch", "2031-12-03T12:00:00Z");
    await channel.shows("Moved lunch", "0 going");
    expect(channel.cardsOf("Moved lunch")).toHaveLength(1);
  });

  it("closes the card of a cancelled event", async () => {
    const event = await channel.schedule("Cancelled lunch");
    const open = channel.cardOf("Cancelled lunch");
    await lead().send(
      "POST",
      `/api/events/${event.id}/cancel`,
      { message: "The cook is *ill*." },
      { "If-Match": `"${event.version}"` },
    );
    await channel.shows("Cancelled lunch", "Cancelled event");
    await channel.shows("Cancelled lunch", "The cook is *ill*.");
    expect(JSON.stringify(channel.cardsOf("Cancelled lunch"))).not.toContain(
      "Action.Execute",
    );
    const late = await world.simulator.execute({
      conversation: channel.id,
      person: member,
      messageId: open.id,
      action: {
        type: "Action.Execute",
        verb: "event.answer",
        data: {
          verb: "event.answer",
          eventId: event.id,
          answer: "accepted",
          scheduleVersion: 1,
        },
      },
    });
    expect(JSON.stringify(late)).toContain("cancelled");
    expect((await lead().event(event.id)).tally.accepted).toBe(0);
  });

  it("notices a deleted message and posts it again when the lead says so", async () => {
    const event = await channel.schedule("Deleted lunch");
    world.simulator.deleteMessage({
      conversation: channel.id,
      messageId: channel.cardOf("Deleted lunch").id,
    });
    await world
      .as(other)
      .send("PUT", `/api/events/${event.id}/response`, { answer: "accepted" });
    await waitFor("the lead to be told", async () => {
      const [card] = (await lead().event(event.id)).cards ?? [];
      return card?.state === "messageDeleted" && card.canRepost;
    });
    const reposted = await lead().send(
      "POST",
      `/api/events/${event.id}/cards`,
      { channelId: channel.id },
    );
    expect(reposted.status).toBe(200);
    await channel.shows("Deleted lunch", "1 going");
    expect(channel.cardsOf("Deleted lunch")).toHaveLength(1);
  });

  it("follows the lead's choice of channels", async () => {
    const event = await channel.schedule("Moving-house lunch");
    const second = world.simulator.world.teams
      .find(({ name }) => name === team)
      ?.channels.find(
        ({ id, membershipType }) =>
          id !== channel.id && membershipType === "standard",
      );
    if (!second) throw new Error("no second channel");
    const { groupId: _group, ...change } = lunch(channel.groupId, {
      title: "Moving-house lunch",
      channelIds: [second.id],
    });
    await lead().send("PUT", `/api/events/${event.id}`, change, {
      "If-Match": `"${event.version}"`,
    });
    await waitFor("the card in the other channel", () =>
      Promise.resolve(
        channel.cardsOf("Moving-house lunch", second.id).length === 1 &&
          channel.cardsOf("Moving-house lunch").length === 0,
      ),
    );
    // Nobody is mailed because a card moves.
    await untilIdle(world);
    expect(
      world.simulator
        .mailbox(member)
        .mails.filter(({ subject }) => subject.includes("Moving-house lunch")),
    ).toHaveLength(1);
  });

  it("keeps Teams' limits", () => {
    expect(world.simulator.connectorViolations()).toEqual([]);
  });
});
