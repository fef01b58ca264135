import type { Tally, TalliedLists } from "../../../contract/answer.ts";
import type { ShownTally } from "../../../contract/guarded-tally.ts";
import { isBrokenDown } from "../../responses/guard-tally.ts";
import { nearby, ownText, type CardElement } from "./adaptive-card.ts";
import { typedText } from "./typed-text.ts";

/** What may be told of a tally: the same as the chart says, or of few people only how many have answered. */
export function tallySentence(tally: ShownTally): string {
  if (isBrokenDown(tally)) return answersApart(tally);
  return tally.lists
    ? `${tally.answered} answered, of ${everybody(tally, tally.lists)}`
    : `${tally.answered} of ${tally.total} answered`;
}

function answersApart(tally: Tally): string {
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
function invitedByName(tally: ShownTally): number {
  return tally.total - (tally.lists?.members ?? 0);
}

/** `12 people and a list of about 1,200`, or `12 people and All employees (about 48,000)` */
function everybody(
  tally: ShownTally,
  { count, about, name }: TalliedLists,
): string {
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

/** That sentence as an element; it may hold the name of a mailing list, which somebody typed. */
export function tallyText(tally: ShownTally): CardElement {
  const sentence = tallySentence(tally);
  return tally.lists?.name === undefined
    ? ownText(sentence, { spacing: "Small" })
    : nearby(typedText(sentence));
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
export function tallyElements(tally: ShownTally): CardElement[] {
  const sentence = tallyText(tally);
  if (!isBrokenDown(tally)) return [sentence];
  const shown = shares.filter(({ key }) => tally[key] > 0);
  if (shown.length === 0) return [sentence];
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
