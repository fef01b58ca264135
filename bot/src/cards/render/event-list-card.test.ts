import { parseCard } from "../../../../test/harness/parse-card.ts";
import type { EventSummary } from "../../../contract/event-list.ts";
import { eventListCard, maxListedEvents } from "./event-list-card.ts";

const event = (change: Partial<EventSummary> = {}): EventSummary => ({
  id: "0b37a4a5-6d2c-4d3a-9b0c-3f0a51a4cf11",
  groupId: "7d0cb7c2-3d0f-4a28-8e4f-6a51f9a3a8e0",
  groupName: "Women at Contoso",
  coHosts: [],
  confidential: false,
  title: "Lunch and learn",
  startsAt: "2026-12-01T12:00:00.000Z",
  endsAt: "2026-12-01T13:00:00.000Z",
  isAllDay: false,
  timeZone: "Europe/London",
  location: "Room 4",
  isOnline: true,
  status: "scheduled",
  tally: { accepted: 2, tentative: 0, declined: 1, none: 1, total: 4 },
  myAnswer: "accepted",
  joinUrl: null,
  came: null,
  ...change,
});

const shown = (
  events: EventSummary[],
  change: Partial<Parameters<typeof eventListCard>[0]> = {},
) => {
  const { texts, actions, warnings } = parseCard(
    eventListCard({
      title: "Your upcoming events",
      events,
      none: "Nothing is scheduled at the moment.",
      show: "answers",
      canOpen: true,
      allEvents: "https://teams.example/l/entity/app/events",
      ...change,
    }),
  );
  expect(warnings).toEqual([]);
  return { texts, actions };
};

describe("the card of several events", () => {
  it("tells the reader's own answer, and opens each event in place", () => {
    expect(shown([event()])).toEqual({
      texts: [
        "Your upcoming events",
        "Lunch and learn",
        "{{DATE(2026-12-01T12:00:00Z, LONG)}}, {{TIME(2026-12-01T12:00:00Z)}} – {{TIME(2026-12-01T13:00:00Z)}}",
        "By Women at Contoso",
        "You are going.",
      ],
      actions: ["Show and answer", "All events"],
    });
  });

  it.each([
    ["tentative", "You may go."],
    ["declined", "You can’t go."],
    ["none", "You have not answered."],
    // A lead who is not invited.
    [null, "2 going · 0 maybe · 1 can’t go · 1 of 4 not answered"],
  ] as const)("tells the answer %j as “%s”", (myAnswer, sentence) => {
    expect(shown([event({ myAnswer })]).texts).toContain(sentence);
  });

  it("tells a channel counts, nobody's answer, and has nothing to press", () => {
    const { texts, actions } = shown([event()], {
      show: "tallies",
      canOpen: false,
    });
    expect(texts.at(-1)).toBe(
      "2 going · 0 maybe · 1 can’t go · 1 of 4 not answered",
    );
    expect(actions).toEqual(["All events"]);
  });

  it("tells of few people only how many have answered", () => {
    expect(
      shown([event({ tally: { answered: 3, total: 4 } })], { show: "tallies" })
        .texts,
    ).toContain("3 of 4 answered");
  });

  it("names every group that hosts an event", () => {
    const coHosts = ["Pride Network", "Parents", "Veterans", "Family"].map(
      (name, n) => ({ id: `7d0cb7c2-3d0f-4a28-8e4f-6a51f9a3a8e${n}`, name }),
    );
    expect(shown([event({ coHosts: coHosts.slice(0, 1) })]).texts).toContain(
      "By Women at Contoso and Pride Network",
    );
    expect(shown([event({ coHosts })]).texts).toContain(
      "By Women at Contoso, Pride Network, Parents, and 2 more groups",
    );
  });

  it("says so when there is nothing, or more than it shows", () => {
    expect(shown([], { allEvents: null })).toEqual({
      texts: ["Your upcoming events", "Nothing is scheduled at the moment."],
      actions: [],
    });
    const many = Array.from({ length: maxListedEvents + 1 }, () => event());
    const { texts, actions } = shown(many);
    expect(actions).toHaveLength(maxListedEvents + 1);
    expect(texts.at(-1)).toBe("There are more in the Events tab.");
  });

  it("keeps far below what Teams takes, however much there is to tell", () => {
    const card = eventListCard({
      title: "Several events fit",
      events: Array.from({ length: 50 }, () =>
        event({ title: "\u0001".repeat(200), groupName: "\u0001".repeat(256) }),
      ),
      none: "",
      show: "tallies",
      canOpen: true,
      allEvents: null,
    });
    expect(JSON.stringify(card).length).toBeLessThan(40_000);
  });
});
