import type { Tally } from "../../../contract/answer.ts";
import { ownText, type CardElement } from "./adaptive-card.ts";

/** One sentence that says the same as the chart. */
function tallySentence(tally: Tally): string {
  const parts = [
    `${tally.accepted} going`,
    `${tally.tentative} maybe`,
    `${tally.declined} can’t go`,
  ];
  return `${parts.join(" · ")} · ${tally.none} of ${tally.total} not answered`;
}

/** In a confidential group, counts of fewer people than these would tell names. */
const fewestCounted = 5;

/** What may be told of a tally where others read along: of few people, only how many answered. */
export function guardedTallySentence(
  tally: Tally,
  group: { confidential: boolean },
): string {
  return group.confidential && tally.total < fewestCounted
    ? `${tally.total - tally.none} of ${tally.total} answered`
    : tallySentence(tally);
}

/** Colours by meaning: `chart` as Teams' charts name them, `drawn` as container styles, which follow the theme. */
const shares = [
  { key: "accepted", title: "Going", chart: "good", drawn: "good" },
  { key: "tentative", title: "Maybe", chart: "warning", drawn: "warning" },
  {
    key: "declined",
    title: "Can’t go",
    chart: "attention",
    drawn: "attention",
  },
  { key: "none", title: "Not answered", chart: "neutral", drawn: "emphasis" },
] as const;

/**
 * The tally as a bar, and in words for everybody who cannot see it. The chart is an extension of Teams'
 * own; clients without it draw the bar from coloured columns.
 */
export function tallyElements(
  tally: Tally,
  group: { confidential: boolean },
): CardElement[] {
  const sentence = ownText(guardedTallySentence(tally, group), {
    spacing: "Small",
  });
  const shown = shares.filter(({ key }) => tally[key] > 0);
  const isTold = !group.confidential || tally.total >= fewestCounted;
  if (!isTold || shown.length === 0) return [sentence];
  return [
    {
      type: "Chart.HorizontalBar.Stacked",
      title: "Answers",
      data: [
        {
          title: "Answers",
          data: shown.map(({ key, title, chart }) => ({
            legend: title,
            value: tally[key],
            color: chart,
          })),
        },
      ],
      fallback: {
        type: "ColumnSet",
        spacing: "Medium",
        columns: shown.map(({ key, drawn }) => ({
          type: "Column",
          width: tally[key],
          spacing: "None",
          style: drawn,
          minHeight: "12px",
          items: [],
        })),
      },
    },
    sentence,
  ];
}
