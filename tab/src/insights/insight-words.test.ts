import type { InsightNumbers } from "../../../bot/contract/insights.ts";
import { shareOf } from "../layout/bar-shares.ts";
import {
  emptyBeginningSentence,
  fromFirstEvent,
  insightCharts,
  insightSentence,
  leftOutSentence,
} from "./insight-words.ts";

const numbers: InsightNumbers = {
  events: 12,
  cancelled: 1,
  invited: 1200,
  byLists: 300,
  answered: 600,
  accepted: 400,
  tentative: 120,
  declined: 80,
  counted: 9,
  came: 310,
  expected: 320,
  didNotCome: 80,
};

describe("insights in words", () => {
  it("say the numbers together", () => {
    expect(insightSentence({ total: numbers, ahead: 0 })).toBe(
      "12 events, and 1 cancelled. 1,200 invitations to people by name, and about 300 more by mailing lists; 600 answered (50%). 310 people came to the 9 events of which that is known. Of 320 who had accepted these, 240 came (75%).",
    );
  });

  it("say what is not known, and what there was not", () => {
    const none = { ...numbers, events: 0, cancelled: 0 };
    expect(insightSentence({ total: none, ahead: 0 })).toBe(
      "There were no events in this time.",
    );
    const unknown = { ...numbers, counted: 0, came: 0, expected: 0 };
    expect(insightSentence({ total: unknown, ahead: 0 })).toMatch(
      /Who came is not known, or so few that their number is not told\.$/,
    );
  });

  it("tell what is still to come apart", () => {
    expect(insightSentence({ total: numbers, ahead: 1 })).toMatch(
      /came \(75%\)\. 1 more is planned\.$/,
    );
    const none = { ...numbers, events: 0, cancelled: 0 };
    expect(insightSentence({ total: none, ahead: 2 })).toBe(
      "There were no events in this time so far. 2 are planned.",
    );
  });

  it("begin with the first event, and keep what is empty after it", () => {
    const empty = { ...numbers, events: 0, cancelled: 0 };
    const cancelled = { ...empty, cancelled: 1 };
    const periods = [empty, empty, cancelled, empty, numbers].map(
      (of, start) => ({ start, numbers: of }),
    );
    expect(fromFirstEvent(periods).map(({ start }) => start)).toEqual([
      2, 3, 4,
    ]);
    expect(fromFirstEvent(periods.slice(0, 2))).toEqual([]);
    expect(emptyBeginningSentence(["May 2031", "June 2031", "July 2031"])).toBe(
      "There were no events from May 2031 to July 2031.",
    );
    expect(emptyBeginningSentence(["May 2031"])).toBe(
      "There were no events in May 2031.",
    );
    expect(emptyBeginningSentence([])).toBe("");
  });

  it("say what is left out", () => {
    expect(leftOutSentence({ notToldApart: 0 })).toBe("");
    expect(leftOutSentence({ notToldApart: 1 })).toMatch(
      /^The answers of 1 event of few people/,
    );
  });
});

describe("a bar", () => {
  it("has parts in proportion to the longest, of what is drawn alone", () => {
    const attendance = insightCharts[2]!;
    const { columns } = attendance;
    const rows = [{ values: [30, 10, 500] }, { values: [5, 5, 2] }];
    expect(shareOf({ columns, rows }, 10)).toBe(0.25);
    expect(shareOf({ columns, rows: [] }, 0)).toBe(0);
    expect(columns.map(({ value }) => value(numbers))).toEqual([310, 80, 9]);
  });
});
