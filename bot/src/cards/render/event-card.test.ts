import { parseCard } from "../../../../test/harness/parse-card.ts";
import type { AdaptiveCard } from "./adaptive-card.ts";
import {
  eventCard,
  maxRefreshedUsers,
  type CardReader,
  type EventCardFacts,
} from "./event-card.ts";

const before = new Date("2026-11-01T12:00:00Z");
const after = new Date("2026-12-02T00:00:00Z");
const links = {
  details: "https://teams.example/l/entity/app/events",
  outlook: "https://outlook.example/calendar/view/day/2026/12/1",
};
const facts: EventCardFacts = {
  eventId: "0b37a4a5-6d2c-4d3a-9b0c-3f0a51a4cf11",
  groupNames: ["Women at Contoso"],
  title: "Lunch and learn",
  startsAt: new Date("2026-12-01T12:00:00.000Z"),
  endsAt: new Date("2026-12-01T13:00:00.000Z"),
  isAllDay: false,
  timeZone: "Europe/London",
  description: [],
  location: "Room 4",
  isOnline: true,
  joinUrl: "https://teams.example/meet/1",
  cancelled: false,
  cancelMessage: null,
  scheduleVersion: 1,
  movedAt: null,
  open: false,
  tally: { accepted: 2, tentative: 1, declined: 1, none: 8, total: 12 },
  answersMark: "3f2a",
  refreshFor: ["29:adele", "29:diego"],
};
const invited: CardReader = {
  answer: "none",
  earlierAnswer: null,
  unknownToOutlook: false,
};

function cardWith(
  change: Partial<EventCardFacts> = {},
  more: { now?: Date; reader?: CardReader | null } = {},
): AdaptiveCard {
  return eventCard({
    facts: { ...facts, ...change },
    links,
    now: more.now ?? before,
    reader: more.reader ?? null,
  });
}

/** What a reader sees; whatever the official parser finds fault with fails the test. */
function read(card: AdaptiveCard) {
  const { texts, actions, warnings } = parseCard(card);
  expect(warnings).toEqual([]);
  return { texts, actions };
}

const answerButtons = ["Going", "Maybe", "Can’t go"];

describe("the card of an event", () => {
  it("tells everybody what, who, when, where and how many, in this order", () => {
    expect(read(cardWith())).toEqual({
      texts: [
        "Upcoming event",
        "Lunch and learn",
        "By Women at Contoso",
        "{{DATE(2026-12-01T12:00:00Z, LONG)}}, {{TIME(2026-12-01T12:00:00Z)}} – {{TIME(2026-12-01T13:00:00Z)}}",
        "Online in Microsoft Teams",
        "Or at Room 4",
        "2 going · 1 maybe · 1 can’t go · 8 of 12 not answered",
      ],
      actions: [...answerButtons, "Join the meeting", "Details"],
    });
  });

  it("carries on every button what the bot needs, for clients of any age", () => {
    const set = cardWith({ scheduleVersion: 3 }).body.find(
      ({ type }) => type === "ActionSet",
    );
    const data = {
      verb: "event.answer",
      eventId: facts.eventId,
      answer: "accepted",
      scheduleVersion: 3,
    };
    expect((set?.["actions"] as unknown[])[0]).toEqual({
      type: "Action.Execute",
      title: "Going",
      verb: "event.answer",
      data,
      fallback: { type: "Action.Submit", title: "Going", data },
    });
  });

  it.each<[string, Partial<EventCardFacts>, { now?: Date }, object]>([
    [
      "cancelled",
      { cancelled: true, cancelMessage: "The cook is *ill*." },
      {},
      {
        heading: "Cancelled event",
        told: "The cook is *ill*.",
        actions: ["Details"],
      },
    ],
    [
      "cancelled without a word",
      { cancelled: true, cancelMessage: " \n" },
      {},
      { heading: "Cancelled event", actions: ["Details"] },
    ],
    [
      "cancelled and past",
      { cancelled: true },
      { now: after },
      { heading: "Cancelled event", actions: ["Details"] },
    ],
    [
      "over",
      {},
      { now: after },
      { heading: "This event is over", actions: ["Details"] },
    ],
    [
      "over this very moment",
      {},
      { now: facts.endsAt },
      { heading: "This event is over", actions: ["Details"] },
    ],
    [
      "going on",
      {},
      { now: facts.startsAt },
      {
        heading: "Upcoming event",
        actions: [...answerButtons, "Join the meeting", "Details"],
      },
    ],
    [
      "moved",
      { scheduleVersion: 2 },
      {},
      {
        heading: "Upcoming event",
        told: "The time has changed. Everybody was asked to answer again.",
        actions: [...answerButtons, "Join the meeting", "Details"],
      },
    ],
    [
      "moved on a known day",
      { scheduleVersion: 2, movedAt: new Date("2026-11-20T09:00:00.123Z") },
      {},
      {
        heading: "Upcoming event",
        told: "The time has changed on {{DATE(2026-11-20T09:00:00Z, SHORT)}}. Everybody was asked to answer again.",
        actions: [...answerButtons, "Join the meeting", "Details"],
      },
    ],
    [
      "moved and over",
      { scheduleVersion: 2 },
      { now: after },
      { heading: "This event is over", actions: ["Details"] },
    ],
    [
      "without its link yet",
      { joinUrl: null },
      {},
      { heading: "Upcoming event", actions: [...answerButtons, "Details"] },
    ],
    [
      "in a room",
      { isOnline: false, joinUrl: null },
      {},
      {
        heading: "Upcoming event",
        told: "At Room 4",
        actions: [...answerButtons, "Details"],
      },
    ],
    [
      "of so few people that their answers are not told apart",
      { tally: { answered: 2, total: 4 } },
      {},
      {
        heading: "Upcoming event",
        told: "2 of 4 answered",
        actions: [...answerButtons, "Join the meeting", "Details"],
      },
    ],
  ])("that is %s says so", (_what, change, at, expected) => {
    const { heading, told, actions } = expected as {
      heading: string;
      told?: string;
      actions: string[];
    };
    for (const reader of [null, invited]) {
      const card = cardWith(change, { ...at, reader });
      const seen = read(card);
      expect(seen.texts[0]).toBe(heading);
      expect(seen.actions).toEqual(actions);
      if (told !== undefined) expect(seen.texts).toContain(told);
      const isOpen = actions.includes("Going");
      expect(seen.texts.join().includes("The time has changed")).toBe(
        isOpen && change.scheduleVersion === 2,
      );
      expect(seen.texts.includes("You have not answered yet.")).toBe(
        isOpen && reader !== null,
      );
      // Nothing is left to refresh on a card that stays as it is.
      expect(card.refresh !== undefined).toBe(isOpen);
    }
  });

  it.each<[string, CardReader, string[], string[]]>([
    [
      "has not answered",
      invited,
      ["You have not answered yet."],
      answerButtons,
    ],
    [
      "answered in Outlook",
      { answer: "accepted", earlierAnswer: null, unknownToOutlook: false },
      ["Your answer: going."],
      ["✓ Going", "Maybe", "Can’t go"],
    ],
    [
      "answered here",
      { answer: "tentative", earlierAnswer: null, unknownToOutlook: true },
      [
        "Your answer: maybe.",
        `Outlook does not know this answer. [Answer in Outlook, too](${links.outlook})`,
      ],
      ["Going", "✓ Maybe", "Can’t go"],
    ],
    [
      "declined, and is told something",
      {
        answer: "declined",
        earlierAnswer: null,
        unknownToOutlook: false,
        notice: "Look again.",
      },
      ["Your answer: can’t go.", "Look again."],
      ["Going", "Maybe", "✓ Can’t go"],
    ],
    [
      "is not invited",
      { answer: null, earlierAnswer: null, unknownToOutlook: false },
      ["You are not invited to this event."],
      [],
    ],
  ])("tells a reader who %s", (_who, reader, told, buttons) => {
    const { texts, actions } = read(cardWith({}, { reader }));
    expect(texts.slice(-told.length)).toEqual(told);
    expect(actions).toEqual([...buttons, "Join the meeting", "Details"]);
  });

  it("invites whoever is not invited to an open event to join it", () => {
    const reader = {
      answer: null,
      earlierAnswer: null,
      unknownToOutlook: false,
    };
    const { texts, actions } = read(cardWith({ open: true }, { reader }));
    expect(texts).toContain(
      "You are not invited yet. Answering adds you, and Outlook sends you the invitation.",
    );
    expect(actions.slice(0, 3)).toEqual(answerButtons);
  });

  it("sends members of a mailing list to Outlook, where they are known", () => {
    const reader = {
      answer: null,
      earlierAnswer: null,
      unknownToOutlook: false,
    };
    const lists = { count: 1, about: 1200, members: 3 };
    const tally = { ...facts.tally, lists };
    const { texts, actions } = read(cardWith({ tally }, { reader }));
    expect(texts.slice(-2)).toEqual([
      "2 going · 1 maybe · 1 can’t go · 8 of 9 not answered · of 9 people and a list of about 1,200",
      "You are not invited by name. If you got the invitation by a mailing list, answer it in Outlook.",
    ]);
    expect(actions).toEqual(["Join the meeting", "Details"]);
  });

  it("has no link into the tab where the app's id is not known", () => {
    const card = eventCard({
      facts: { ...facts, joinUrl: null },
      links: { ...links, details: null },
      now: after,
      reader: null,
    });
    expect(card).not.toHaveProperty("actions");
    expect(read(card).actions).toEqual([]);
  });

  it("is refreshed for as many people as Teams takes, and never for everybody unasked", () => {
    const refreshFor = Array.from({ length: 75 }, (_, index) => `29:${index}`);
    expect(cardWith({ refreshFor }).refresh).toEqual({
      action: {
        type: "Action.Execute",
        title: "Show my answer",
        verb: "event.refresh",
        data: { verb: "event.refresh", mark: "3f2a", eventId: facts.eventId },
      },
      userIds: refreshFor.slice(0, maxRefreshedUsers),
    });
    expect(maxRefreshedUsers).toBe(60);
    // No list at all would mean everybody.
    expect(cardWith({ refreshFor: [] })).not.toHaveProperty("refresh");
  });

  it("shows what people typed as they typed it, and nothing else", () => {
    const typed = "[x](https://evil.example) **b** {{DATE(2020-01-01T00:00Z)}}";
    const card = cardWith({
      title: typed,
      location: typed,
      groupNames: [typed],
      cancelled: true,
      cancelMessage: typed,
      tally: {
        ...facts.tally,
        lists: { count: 1, about: 1200, members: 0, name: typed },
      },
    });
    const { texts } = read(card);
    const shown = typed.replace("{{", "{\u200b{");
    expect(texts).toEqual(
      expect.arrayContaining([
        shown,
        `By ${shown}`,
        `Or at ${shown}`,
        expect.stringContaining(`and ${shown} (about 1,200)`),
      ]),
    );
    // Markdown works in text blocks alone.
    const blocks = card.body.filter(({ type }) => type === "TextBlock");
    expect(JSON.stringify(blocks)).not.toContain("evil");
    expect(card.fallbackText).not.toContain("{{");
  });

  it("keeps far below what Teams takes, however much there is to tell", () => {
    // A character that JSON writes with six is the longest that can be typed.
    const longest = "\u0001";
    const tally = {
      accepted: 125,
      tentative: 125,
      declined: 125,
      none: 125,
      total: 500,
    };
    const largest = (change: Partial<EventCardFacts>, reader: CardReader) =>
      cardWith(
        {
          title: longest.repeat(200),
          location: longest.repeat(200),
          groupNames: [longest.repeat(256)],
          joinUrl: `https://teams.example/${"j".repeat(2000)}`,
          scheduleVersion: 2,
          open: true,
          tally,
          // Real ids have about 100 characters.
          refreshFor: Array.from({ length: 500 }, () => "u".repeat(150)),
          ...change,
        },
        { reader },
      );
    const cards = [
      largest(
        {},
        {
          answer: "declined",
          earlierAnswer: null,
          unknownToOutlook: true,
          notice: "n".repeat(200),
        },
      ),
      largest(
        {},
        { answer: null, earlierAnswer: null, unknownToOutlook: false },
      ),
      largest(
        { cancelled: true, cancelMessage: longest.repeat(2000) },
        { answer: "accepted", earlierAnswer: null, unknownToOutlook: false },
      ),
    ];
    // Teams counts 100 KB in UTF-16: 50,000 characters, with what goes around the card.
    for (const card of cards)
      expect(JSON.stringify(card).length).toBeLessThan(40_000);
  });
});

describe("the card of a moved event", () => {
  const textsOf = (
    change: Partial<EventCardFacts>,
    reader: CardReader | null,
  ) =>
    read(cardWith({ scheduleVersion: 2, ...change }, { reader })).texts.join();

  it("tells who had answered before what became of it", () => {
    const had = { ...invited, earlierAnswer: "accepted" } as const;
    expect(textsOf({}, had)).toContain(
      "You had accepted the earlier time. Please answer again.",
    );
    expect(textsOf({}, had)).not.toContain("You have not answered yet.");
  });

  it("says no more of it to who has answered again, nor to all once everybody has", () => {
    expect(textsOf({}, { ...invited, answer: "accepted" })).not.toContain(
      "The time has changed",
    );
    const tally = { accepted: 4, tentative: 0, declined: 0, none: 0, total: 4 };
    expect(textsOf({ tally }, null)).not.toContain("The time has changed");
  });
});
