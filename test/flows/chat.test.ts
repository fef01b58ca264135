import type { EventDetail } from "../../bot/contract/events.ts";
import { untilIdle } from "../harness/idle.ts";
import { parseCard } from "../harness/parse-card.ts";
import { judgeSeenCards } from "../harness/seen-cards.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

const team = "Women at Contoso";
const member = "AdeleV@contoso.com";
const second = "LidiaH@contoso.com";
/** Not in the confidential group, but invited to its event. */
const stranger = "DiegoS@contoso.com";
const outsider = "AllanD@contoso.com";

/** Members of whom each asks one thing: a chat has an answer every two seconds at most. */
const askers = [
  "LynneR@contoso.com",
  "JohannaL@contoso.com",
  "MiriamG@contoso.com",
  "PattiF@contoso.com",
  "DebraB@contoso.com",
  "EmilyB@contoso.com",
  "ChristieC@contoso.com",
];

type Conversation = string | { personal: string };

describe("the bot in conversation", () => {
  let world: World;
  let general: string;
  let mentoring: string;
  let spring: EventDetail;
  let summer: EventDetail;
  let secret: EventDetail;
  beforeAll(async () => {
    world = await openWorld();
    await world.connectAccount();
    const groupId = await world.groupId(team, people.lead);
    const found = world.simulator.world.teams.find(({ name }) => name === team);
    general = found?.id ?? "";
    mentoring =
      found?.channels.find(({ name }) => name === "Mentoring")?.id ?? "";
    const schedule = async (
      lead: string,
      ...given: Parameters<typeof lunch>
    ): Promise<EventDetail> => {
      const { body } = await world
        .as(lead)
        .send<EventDetail>("POST", "/api/events", lunch(...given));
      return waitFor("the invitations", async () => {
        const event = await world.as(lead).event(body.id);
        return event.status === "scheduled" && event;
      });
    };
    const confidentialGroup = await world.groupId(
      "Pride Network",
      "LeeG@contoso.com",
    );
    await world
      .as("LeeG@contoso.com")
      .send("PUT", `/api/groups/${confidentialGroup}`, { confidential: true });
    spring = await schedule(people.lead, groupId, {
      title: "Spring lunch: part 1",
    });
    summer = await schedule(people.lead, groupId, {
      title: "Summer lunch",
      start: "2031-12-05T12:00",
      end: "2031-12-05T13:00",
      audience: { group: false, addresses: [member, second] },
    });
    await schedule(people.lead, groupId, {
      title: "Winter gala",
      start: "2031-12-09T18:00",
      end: "2031-12-09T23:00",
    });
    secret = await schedule("LeeG@contoso.com", confidentialGroup, {
      title: "Secret lunch",
      start: "2031-11-05T12:00",
      end: "2031-11-05T13:00",
      audience: {
        group: false,
        addresses: ["LeeG@contoso.com", "GradyA@contoso.com", stranger],
      },
    });
    await untilIdle(world);
    const everybody = [member, second, stranger, outsider, ...askers];
    for (const person of everybody) world.simulator.installPersonally(person);
    await world.simulator.settled();
    await waitFor("the greetings", () =>
      everybody.every((person) => fromBot({ personal: person }).length > 0),
    );
    await untilIdle(world);
  });
  afterEach(() => world.simulator.clearFaults());
  afterAll(() => world.close());

  const fromBot = (conversation: Conversation) =>
    world.simulator
      .messages({ conversation })
      .filter(({ from }) => from.kind === "bot");

  /** What a message of the bot says and offers, as the official parser understands it. */
  const read = (message: { text: string; cards: unknown[] } | undefined) => {
    const [card] = message?.cards ?? [];
    if (card === undefined)
      return { texts: [message?.text ?? ""], actions: [] };
    const { texts, actions, warnings } = parseCard(card);
    expect(warnings).toEqual([]);
    return { texts, actions };
  };

  /** Says something to the bot and waits for its answer. */
  const ask = async (
    person: string,
    conversation: Conversation,
    text: string,
  ) => {
    const before = fromBot(conversation).length;
    const { id } = world.simulator.say({
      person,
      conversation,
      text,
      mentionsBot: typeof conversation === "string",
    });
    const message = await waitFor(
      `an answer to “${text}”`,
      () => fromBot(conversation)[before],
    );
    return { id: message.id, askedId: id, message, ...read(message) };
  };
  const chat = (person: string, text: string) =>
    ask(person, { personal: person }, text);

  let asked = 0;
  /** The same by a member who has asked nothing yet, or not for long. */
  const chatOfAnybody = (text: string) => {
    const person = askers[asked % askers.length] ?? member;
    asked += 1;
    return chat(person, text);
  };

  /** Presses a button of a message in a private chat and reads what comes back. */
  const press = async (person: string, messageId: string, title: string) => {
    const answer = await world.simulator.execute({
      person,
      conversation: { personal: person },
      messageId,
      title,
    });
    return answer.kind === "card"
      ? read({ text: "", cards: [answer.card] })
      : { texts: [answer.text], actions: [] };
  };

  describe("for one person", () => {
    it("greets once at the first installation, however often Teams tells of it, and again after a removal", async () => {
      const person = "BenW@contoso.com";
      const conversation = { personal: person };
      world.simulator.setFault({
        service: "bot",
        times: null,
        effect: { kind: "doubleNotification" },
      });
      world.simulator.installPersonally(person);
      await world.simulator.settled();
      await waitFor("the greeting", () => fromBot(conversation).length);
      await untilIdle(world);
      expect(fromBot(conversation)).toHaveLength(1);
      expect(read(fromBot(conversation)[0])).toMatchObject({
        texts: expect.arrayContaining(["Welcome to ERG Events"]) as string[],
        actions: expect.arrayContaining(["Upcoming events"]) as string[],
      });
      world.simulator.uninstallPersonally(person);
      await world.simulator.settled();
      world.simulator.installPersonally(person);
      await world.simulator.settled();
      await waitFor(
        "the second greeting",
        () => fromBot(conversation).length === 2,
      );
      await untilIdle(world);
      expect(fromBot(conversation)).toHaveLength(2);
    });

    it("lists upcoming events, soonest first, with the person's own answers", async () => {
      await world.as(member).send("PUT", `/api/events/${summer.id}/response`, {
        answer: "accepted",
      });
      const { texts, actions } = await chat(member, "Upcoming events?");
      expect(texts.filter((text) => /lunch|gala|You /.test(text))).toEqual([
        "Spring lunch: part 1",
        "You have not answered.",
        "Summer lunch",
        "You are going.",
        "Winter gala",
        "You have not answered.",
      ]);
      expect(
        actions.filter((title) => title === "Show and answer"),
      ).toHaveLength(3);
    });

    it("lists only what the person is invited to as their answers", async () => {
      const mine = await chat(stranger, "my answers");
      expect(mine.texts.filter((text) => /lunch|gala/.test(text))).toEqual([
        // Invited by name, by a group that is none of theirs.
        "Secret lunch",
        "Spring lunch: part 1",
        "Winter gala",
      ]);
      const none = await chat(outsider, "my answers");
      expect(none.texts).toContain(
        "You are not invited to any upcoming event.",
      );
    });

    it.each<[string, string[]]>([
      ["tally", ["Spring lunch: part 1"]],
      ["Who’s coming?", ["Spring lunch: part 1"]],
      ["tally Spring lunch: part 1", ["Spring lunch: part 1"]],
      ["tally SUMMER", ["Summer lunch"]],
      ["tally of lunch", ["Spring lunch: part 1", "Summer lunch"]],
    ])("answers “%s” with %j", async (question, titles) => {
      const { texts } = await chatOfAnybody(question);
      expect(
        texts.filter((text) => /^(Spring|Summer|Winter|Secret) /.test(text)),
      ).toEqual(titles);
      expect(texts[0]).toBe(
        titles.length > 1 ? "Several events fit" : "Upcoming event",
      );
      expect(texts.join("\n")).toMatch(
        /\d+ going · \d+ maybe|\d of 2 answered/,
      );
    });

    it.each([
      [
        "tally unicorns",
        "No upcoming event has that in its title. Ask for “upcoming events” to see what is on.",
      ],
      ["help", "What you can ask"],
      ["hello!", "What you can ask"],
      ["book me a flight", "I did not understand that. You can ask:"],
    ])("answers “%s” with “%s”", async (question, first) => {
      expect((await chatOfAnybody(question)).texts[0]).toBe(first);
    });

    it("opens events and lists by buttons, and takes answers", async () => {
      const help = await chat(second, "what can you do");
      expect(help.actions.slice(0, 2)).toEqual([
        "Upcoming events",
        "My answers",
      ]);
      const upcoming = await press(second, help.id, "Upcoming events");
      expect(upcoming.texts[0]).toBe("Your upcoming events");
      const opened = await press(second, help.id, "Show and answer");
      expect(opened.texts).toContain("Spring lunch: part 1");
      expect(opened.texts).toContain("You have not answered yet.");
      const answered = await press(second, help.id, "Maybe");
      expect(answered.texts).toContain("Your answer: maybe.");
      expect(answered.actions).toContain("✓ Maybe");
      const seen = await world.as(second).event(spring.id);
      expect(seen).toMatchObject({
        myAnswer: "tentative",
        tally: { tentative: 1 },
      });
      const again = await chat(second, "help");
      const mine = await press(second, again.id, "My answers");
      expect(mine.texts[0]).toBe("Your answers");
      expect(mine.texts).toContain("You may go.");
    });

    it("takes the answer of a client that knows no Action.Execute", async () => {
      const card = await chat(member, "tally summer");
      world.simulator.submit({
        person: member,
        conversation: { personal: member },
        messageId: card.id,
        data: {
          verb: "event.answer",
          eventId: summer.id,
          answer: "declined",
          scheduleVersion: 1,
        },
      });
      const reply = await waitFor("the answer", () =>
        fromBot({ personal: member }).find(({ summary }) =>
          summary?.includes("Your answer"),
        ),
      );
      expect(read(reply).texts).toContain("Your answer: can’t go.");
      expect((await world.as(member).event(summer.id)).myAnswer).toBe(
        "declined",
      );
    });

    it("keeps a confidential group's events from everybody who is not in it or invited", async () => {
      for (const question of [
        "upcoming events",
        "my answers",
        "tally",
        "tally secret",
        "tally lunch",
      ])
        await Promise.all(
          [outsider, second].map(async (person) =>
            expect(
              JSON.stringify((await chat(person, question)).message),
            ).not.toContain("Secret"),
          ),
        );
      const { id } = await chat(outsider, "help");
      for (const verb of ["event.refresh", "event.answer"]) {
        const answer = await world.simulator.execute({
          person: outsider,
          conversation: { personal: outsider },
          messageId: id,
          action: {
            type: "Action.Execute",
            verb,
            data: {
              verb,
              eventId: secret.id,
              ...(verb === "event.answer" && {
                answer: "accepted",
                scheduleVersion: 1,
              }),
            },
          },
        });
        expect(answer.kind).toBe("message");
        expect(JSON.stringify(answer)).not.toContain("Secret");
      }
      // Who is invited sees it; how three people answered stays with them.
      const { texts } = await chat(stranger, "tally secret");
      expect(texts).toContain("Secret lunch");
      expect(texts).toContain("0 of 3 answered");
    });
  });

  describe("in a channel, where others read along", () => {
    beforeAll(() =>
      world.as(member).send("PUT", `/api/events/${summer.id}/response`, {
        answer: "declined",
      }),
    );

    it("hears only what mentions it", async () => {
      const before = fromBot(mentoring).length;
      world.simulator.say({
        person: member,
        conversation: mentoring,
        text: "upcoming events",
      });
      const { askedId } = await ask(member, mentoring, "help");
      expect(fromBot(mentoring)).toHaveLength(before + 1);
      // In the thread of the question.
      expect(fromBot(mentoring).at(-1)?.replyToId).toBe(askedId);
    });

    it("lists this group's events with counts, nobody's answer, and nothing to press", async () => {
      const { texts, actions, message } = await ask(
        member,
        mentoring,
        "upcoming events",
      );
      expect(texts[0]).toBe("Upcoming events of this group");
      expect(texts.filter((text) => /lunch|gala/.test(text))).toEqual([
        "Spring lunch: part 1",
        "Summer lunch",
        "Winter gala",
      ]);
      expect(texts).toContain("1 of 2 answered");
      expect(JSON.stringify(message)).not.toMatch(/You |Your /);
      expect(actions).not.toContain("Show and answer");
    });

    it("shows no other group's events, whoever asks", async () => {
      // Megan's other group has one of its own.
      const parents = await world.groupId(
        "Parents and Caregivers",
        "AlexW@contoso.com",
      );
      await world
        .as("AlexW@contoso.com")
        .send(
          "POST",
          "/api/events",
          lunch(parents, { title: "Parents lunch" }),
        );
      await waitFor("it among her own", async () =>
        (await world.as(people.lead).events()).events.some(
          ({ title }) => title === "Parents lunch",
        ),
      );
      for (const question of ["upcoming events", "tally lunch"])
        expect(
          JSON.stringify((await ask(people.lead, general, question)).message),
        ).not.toContain("Parents lunch");
      const unknown = await ask(people.lead, general, "tally parents");
      expect(unknown.texts[0]).toContain("No upcoming event has that");
    });

    it("tells a tally in numbers", async () => {
      const { texts, actions } = await ask(member, mentoring, "tally summer");
      expect(texts[0]).toBe("The answers so far");
      expect(texts).toContain("Summer lunch");
      expect(texts).toContain("1 of 2 answered");
      expect(actions).not.toContain("Going");
    });

    it("declines to tell a person's answers", async () => {
      const { texts, message } = await ask(member, mentoring, "my answers");
      expect(texts).toEqual([
        "Ask me that in our private chat: here others read along.",
      ]);
      expect(message.cards).toEqual([]);
    });

    it("helps whom it does not understand, without buttons that answer for all", async () => {
      const { texts, actions } = await ask(member, mentoring, "sing a song");
      expect(texts[0]).toBe("I did not understand that. You can ask:");
      expect(actions).not.toContain("My answers");
    });

    it("answers many questions at Teams' pace, for its limits count all threads of a channel together", async () => {
      const before = fromBot(general).length;
      for (const person of askers)
        world.simulator.say({
          person,
          conversation: general,
          text: "help",
          mentionsBot: true,
        });
      await waitFor(
        "all answers",
        () => fromBot(general).length === before + askers.length,
        40_000,
      );
      expect(world.simulator.connectorViolations()).toEqual([]);
    }, 60_000);

    it("hides the counts of few people of a confidential group", async () => {
      const pride = world.simulator.world.teams.find(
        ({ name }) => name === "Pride Network",
      );
      const { texts } = await ask(
        "GradyA@contoso.com",
        pride?.id ?? "",
        "upcoming events",
      );
      expect(texts).toContain("Secret lunch");
      expect(texts).toContain("0 of 3 answered");
    });
  });

  it("keeps Teams' limits, and sends only cards that can be drawn", () => {
    expect(world.simulator.connectorViolations()).toEqual([]);
    const { cards, warnings } = judgeSeenCards(world.simulator);
    expect(cards).toBeGreaterThan(0);
    expect(warnings).toEqual([]);
  });
});
