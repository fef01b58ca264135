import type { EventDetail } from "../../bot/contract/events.ts";
import { untilIdle } from "../harness/idle.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

const team = "Women at Contoso";
const member = "AdeleV@contoso.com";
const other = "DiegoS@contoso.com";
const stranger = "LeeG@contoso.com";

describe("cards in channels", () => {
  let world: World;
  let groupId: string;
  beforeAll(async () => {
    world = await openWorld();
    await world.connectAccount();
    groupId = await world.groupId(team, people.lead);
  });
  afterEach(() => world.simulator.clearFaults());
  afterAll(() => world.close());

  const channelId = () => {
    const found = world.simulator.world.teams.find(({ name }) => name === team);
    if (!found) throw new Error("no team");
    return found.id;
  };
  const lead = () => world.as(people.lead);

  /** The messages that stand in the channel with the card of an event of this title. */
  const cardsOf = (title: string, conversation = channelId()) =>
    world.simulator
      .messages({ conversation })
      .filter(
        ({ isDeleted, cards }) =>
          !isDeleted && JSON.stringify(cards).includes(title),
      );
  const cardOf = (title: string) => {
    const [message] = cardsOf(title);
    if (!message) throw new Error(`no card of ${title}`);
    return message;
  };
  const shows = (title: string, text: string) =>
    waitFor(`the card to show “${text}”`, () =>
      Promise.resolve(JSON.stringify(cardsOf(title)).includes(text)),
    );

  async function schedule(
    title: string,
    more: Parameters<typeof lunch>[1] = {},
  ): Promise<EventDetail> {
    const created = await lead().send<EventDetail>(
      "POST",
      "/api/events",
      lunch(groupId, { title, channelIds: [channelId()], ...more }),
    );
    expect(created.status).toBe(201);
    return waitFor("card and invitations", async () => {
      const event = await lead().event(created.body.id);
      return (
        event.status === "scheduled" &&
        event.cards?.every(({ state }) => state === "upToDate") &&
        event
      );
    });
  }
  const press = (person: string, title: string, button: string) =>
    world.simulator.execute({
      conversation: channelId(),
      person,
      messageId: cardOf(title).id,
      title: button,
    });

  it("posts the card into each chosen channel, and shows the lead where it stands", async () => {
    const event = await schedule("Posted lunch");
    expect(event.cards).toMatchObject([
      { channelId: channelId(), channelName: "General", state: "upToDate" },
    ]);
    expect(cardsOf("Posted lunch")).toHaveLength(1);
    await shows("Posted lunch", `0 going`);
    await shows("Posted lunch", "Join the meeting");
  });

  it("answers a press with the reader's own card and updates the others' copies", async () => {
    const event = await schedule("Answered lunch");
    const answer = await press(member, "Answered lunch", "Going");
    expect(answer.kind).toBe("card");
    const text = JSON.stringify(answer);
    expect(text).toContain("Your answer: going.");
    expect(text).toContain("Outlook still shows the invitation as unanswered");
    expect(text).toContain("1 going");
    await shows("Answered lunch", "1 going");
    const own = await world.simulator.viewMessage({
      conversation: channelId(),
      person: member,
      messageId: cardOf("Answered lunch").id,
    });
    expect(JSON.stringify(own)).toContain("Your answer: going.");
    const theirs = await world.simulator.viewMessage({
      conversation: channelId(),
      person: other,
      messageId: cardOf("Answered lunch").id,
    });
    expect(JSON.stringify(theirs)).toContain("You have not answered yet.");
    const seen = await lead().event(event.id);
    expect(seen.tally.accepted).toBe(1);
    expect(
      seen.attendees?.find(({ answer }) => answer === "accepted"),
    ).toMatchObject({ address: member.toLowerCase(), answeredIn: "card" });
  });

  it("shows answers from Outlook and the tab on the card", async () => {
    const event = await schedule("Everywhere lunch");
    world.simulator.respond({
      person: member,
      subject: "Everywhere lunch",
      response: "accepted",
    });
    await world
      .as(other)
      .send("PUT", `/api/events/${event.id}/response`, { answer: "declined" });
    await shows("Everywhere lunch", "1 going · 0 maybe · 1 can’t go");
  });

  it("adds whoever answers an open event, once, with one invitation", async () => {
    const event = await schedule("Open lunch", {
      open: true,
      audience: { group: false, addresses: [member] },
    });
    expect(event.tally.total).toBe(1);
    const answers = await Promise.all([
      press(other, "Open lunch", "Going"),
      press(other, "Open lunch", "Going"),
      press("NestorW@contoso.com", "Open lunch", "Maybe").catch(() => null),
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
    await schedule("Closed lunch", {
      audience: { group: false, addresses: [member] },
    });
    const answer = await press(other, "Closed lunch", "Going");
    expect(JSON.stringify(answer)).toContain("You are not invited");
    await untilIdle(world);
    expect(JSON.stringify(cardsOf("Closed lunch"))).toContain("0 going");
  });

  it("voids an answer to the time before a move", async () => {
    const event = await schedule("Moved lunch");
    const before = cardOf("Moved lunch");
    const { groupId: _group, ...change } = lunch(groupId, {
      title: "Moved lunch",
      channelIds: [channelId()],
      start: "2031-12-03T12:00",
      end: "2031-12-03T13:00",
    });
    const moved = await lead().send("PUT", `/api/events/${event.id}`, change, {
      "If-Match": `"${event.version}"`,
    });
    expect(moved.status).toBe(200);
    const answer = await world.simulator.execute({
      conversation: channelId(),
      person: member,
      messageId: before.id,
      title: "Going",
      data: { scheduleVersion: 1 },
    });
    expect(JSON.stringify(answer)).toContain(
      "The event has been moved since you looked",
    );
    await shows("Moved lunch", "2031-12-03T12:00:00Z");
    await shows("Moved lunch", "0 going");
    expect(cardsOf("Moved lunch")).toHaveLength(1);
  });

  it("closes the card of a cancelled event", async () => {
    const event = await schedule("Cancelled lunch");
    const open = cardOf("Cancelled lunch");
    await lead().send(
      "POST",
      `/api/events/${event.id}/cancel`,
      { message: "The cook is *ill*." },
      { "If-Match": `"${event.version}"` },
    );
    await shows("Cancelled lunch", "Cancelled event");
    await shows("Cancelled lunch", "The cook is *ill*.");
    expect(JSON.stringify(cardsOf("Cancelled lunch"))).not.toContain(
      "Action.Execute",
    );
    const late = await world.simulator.execute({
      conversation: channelId(),
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
    const event = await schedule("Deleted lunch");
    world.simulator.deleteMessage({
      conversation: channelId(),
      messageId: cardOf("Deleted lunch").id,
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
      { channelId: channelId() },
    );
    expect(reposted.status).toBe(200);
    await shows("Deleted lunch", "1 going");
    expect(cardsOf("Deleted lunch")).toHaveLength(1);
  });

  it("follows the lead's choice of channels", async () => {
    const event = await schedule("Moving-house lunch");
    const second = world.simulator.world.teams
      .find(({ name }) => name === team)
      ?.channels.find(
        ({ id, membershipType }) =>
          id !== channelId() && membershipType === "standard",
      );
    if (!second) throw new Error("no second channel");
    const { groupId: _group, ...change } = lunch(groupId, {
      title: "Moving-house lunch",
      channelIds: [second.id],
    });
    await lead().send("PUT", `/api/events/${event.id}`, change, {
      "If-Match": `"${event.version}"`,
    });
    await waitFor("the card in the other channel", () =>
      Promise.resolve(
        cardsOf("Moving-house lunch", second.id).length === 1 &&
          cardsOf("Moving-house lunch").length === 0,
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
    expect(stranger).not.toBe(member);
  });
});
