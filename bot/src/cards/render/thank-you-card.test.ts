import { parseCard } from "../../../../test/harness/parse-card.ts";
import { thankYouCard, thankYouText } from "./thank-you-card.ts";

const link = "https://teams.example/l/entity/app/events";
const event = {
  title: "Lunch **and** learn {{DATE(2020-01-01T00:00:00Z, LONG)}}",
  groupNames: ["Women at Contoso", "Pride Network"],
  startsAt: new Date("2026-12-01T12:00:00Z"),
  endsAt: new Date("2026-12-01T13:00:00Z"),
  isAllDay: false,
  timeZone: "Europe/London",
};
const of = (count: number | null) => ({ count, isAtLeast: false });

describe("the thank-you card", () => {
  it("says for what, whose it was and how many came, and has nothing to answer", () => {
    const card = thankYouCard({ event, count: of(1234), details: link });
    const { texts, actions, warnings } = parseCard(card);
    expect(warnings).toEqual([]);
    expect(texts).toEqual([
      "Thank you",
      "Lunch **and** learn {\u200b{DATE(2020-01-01T00:00:00Z, LONG)}}",
      "By Women at Contoso and Pride Network",
      "{{DATE(2026-12-01T12:00:00Z, LONG)}}, {{TIME(2026-12-01T12:00:00Z)}} – {{TIME(2026-12-01T13:00:00Z)}}",
      "Thank you to the 1,234 people who came.",
    ]);
    expect(actions).toEqual(["Details"]);
    expect(card.fallbackText).toContain("1,234 people");
    // Nobody's own copy is fetched, so no ids are in it.
    expect(card.refresh).toBeUndefined();
  });

  it.each([
    [of(null), "Thank you to everybody who came."],
    [of(1), "Thank you to the one person who came."],
    [of(12), "Thank you to the 12 people who came."],
    [
      { count: 1000, isAtLeast: true },
      "Thank you to the more than 1,000 people who came.",
    ],
  ])("of %j says %s", (count, text) => {
    expect(thankYouText(count)).toBe(text);
  });

  it("stays within Teams' limit with the longest of titles and names", () => {
    const long = "Ω".repeat(5_000);
    const card = thankYouCard({
      event: {
        ...event,
        title: long,
        groupNames: Array(40).fill(long.slice(0, 200)),
      },
      count: of(null),
      details: null,
    });
    expect(parseCard(card).warnings).toEqual([]);
    expect(parseCard(card).actions).toEqual([]);
    // Teams counts UTF-16, and takes 100 KB.
    expect(JSON.stringify(card).length * 2).toBeLessThan(40_000);
  });
});
