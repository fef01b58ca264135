import type { Tally, TalliedLists } from "../../../contract/answer.ts";
import { nearby, ownText, type CardElement } from "./adaptive-card.ts";
import { typedText } from "./typed-text.ts";

/** One sentence that says the same as the chart. */
function tallySentence(tally: Tally): string {
  const parts = [
    `${tally.accepted} going`,
    `${tally.tentative} maybe`,
    `${tally.declined} can’t go`,
  ];
  const byName = invitedByName(tally);
  if (byName > 0 || !tally.lists)
    parts.push(`${tally.none} of ${byName} not answered`);
  if (tally.lists) parts.push(`of ${everybody(tally, tally.lists)}`);
  return parts.join(" · ");
}

/** People of whom it is known whether they have answered: not those who came by a list. */
function invitedByName(tally: Tally): number {
  return tally.total - (tally.lists?.members ?? 0);
}

/** `12 people and a list of about 1,200`, or `12 people and All employees (about 48,000)` */
function everybody(tally: Tally, { count, about, name }: TalliedLists): string {
  const people = invitedByName(tally);
  const size = about.toLocaleString("en");
  return [
    ...(people > 0 ? [people === 1 ? "1 person" : `${people} people`] : []),
    name !== undefined
      ? `${name} (about ${size})`
      : count === 1
        ? `a list of about ${size}`
        : `${count} lists of about ${size} together`,
  ].join(" and ");
}

/** In a confidential group, counts of fewer people than these would tell names. */
const fewestCounted = 5;

/** What may be told of a tally where others read along: of few people, only how many answered. */
export function guardedTallySentence(
  tally: Tally,
  group: { confidential: boolean },
): string {
  if (isTold(tally, group)) return tallySentence(tally);
  const answered = tally.total - tally.none;
  return tally.lists
    ? `${answered} answered, of ${everybody(tally, tally.lists)}`
    : `${answered} of ${tally.total} answered`;
}

/** That sentence as an element; it may hold the name of a mailing list, which somebody typed. */
export function tallyText(
  tally: Tally,
  group: { confidential: boolean },
): CardElement {
  const sentence = guardedTallySentence(tally, group);
  return tally.lists?.name === undefined
    ? ownText(sentence, { spacing: "Small" })
    : nearby(typedText(sentence));
}

function isTold(tally: Tally, group: { confidential: boolean }): boolean {
  const reached = invitedByName(tally) + (tally.lists?.about ?? 0);
  return !group.confidential || reached >= fewestCounted;
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
 * own; clients without it draw the bar from coloured columns. Of a mailing list's people only those have a
 * share who answered: how many have not is not known.
 */
export function tallyElements(
  tally: Tally,
  group: { confidential: boolean },
): CardElement[] {
  const sentence = tallyText(tally, group);
  const shown = shares.filter(({ key }) => tally[key] > 0);
  if (!isTold(tally, group) || shown.length === 0) return [sentence];
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
