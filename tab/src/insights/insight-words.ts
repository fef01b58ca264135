import type {
  InsightNumbers,
  Insights,
} from "../../../bot/contract/insights.ts";
import type { BarColumn } from "../layout/BarTable.tsx";

const said = (count: number) => count.toLocaleString("en");
const many = (count: number, one: string, several: string) =>
  `${said(count)} ${count === 1 ? one : several}`;

/** What the numbers say together, and how many events are still to come: of these nothing can be said yet. */
export function insightSentence({
  total,
  ahead,
}: Pick<Insights, "total" | "ahead">): string {
  if (total.events === 0 && total.cancelled === 0)
    return ahead === 0
      ? "There were no events in this time."
      : `There were no events in this time so far. ${plannedSentence(ahead, "")}`;
  const { events, cancelled, invited, byLists, answered, counted, came } =
    total;
  const sentences = [
    `${many(events, "event", "events")}${cancelled > 0 ? `, and ${said(cancelled)} cancelled` : ""}.`,
    `${many(invited, "invitation", "invitations")} to people by name${byLists > 0 ? `, and about ${said(byLists)} more by mailing lists` : ""}; ${said(answered)} answered${shareIn(answered, invited)}.`,
    ...(counted > 0
      ? [
          `${many(came, "person", "people")} came to the ${counted === events ? "" : `${said(counted)} `}${counted === 1 ? "event" : "events"} of which that is known.`,
        ]
      : ["Who came is not known, or so few that their number is not told."]),
    ...(total.expected > 0
      ? [
          `Of ${said(total.expected)} who had accepted these, ${said(total.expected - total.didNotCome)} came${shareIn(total.expected - total.didNotCome, total.expected)}.`,
        ]
      : []),
    ...(ahead > 0 ? [plannedSentence(ahead, " more")] : []),
  ];
  return sentences.join(" ");
}

function plannedSentence(ahead: number, more: string): string {
  return `${said(ahead)}${more} ${ahead === 1 ? "is" : "are"} planned.`;
}

function shareIn(part: number, whole: number): string {
  return whole === 0 ? "" : ` (${Math.round((part / whole) * 100)}%)`;
}

/** What is left out of the answers told apart; empty where nothing is. */
export function leftOutSentence({
  notToldApart,
}: Pick<Insights, "notToldApart">): string {
  if (notToldApart === 0) return "";
  return `The answers of ${many(notToldApart, "event", "events")} of few people, or of a confidential group, are not told apart: they are counted as invited and answered alone.`;
}

/** Without those before the first in which an event was to be: a group that begins has months of nothing behind it. */
export function fromFirstEvent<T extends { numbers: InsightNumbers }>(
  periods: readonly T[],
): readonly T[] {
  const first = periods.findIndex(
    ({ numbers }) => numbers.events + numbers.cancelled > 0,
  );
  return first === -1 ? [] : periods.slice(first);
}

/**
 * Says what {@link fromFirstEvent} leaves out.
 * @param labels of the periods before the first one with an event; empty: none is left out
 */
export function emptyBeginningSentence(labels: readonly string[]): string {
  const [first] = labels;
  const last = labels.at(-1);
  if (first === undefined || last === undefined) return "";
  return first === last
    ? `There were no events in ${first}.`
    : `There were no events from ${first} to ${last}.`;
}

/** A chart of the page: which numbers it shows, and how. */
export interface InsightChart {
  heading: string;
  hint: string;
  columns: readonly (BarColumn & { value: (of: InsightNumbers) => number })[];
}

export const insightCharts: readonly InsightChart[] = [
  {
    heading: "Events",
    hint: "By the day on which they begin.",
    columns: [
      { label: "Events", pattern: "filled", value: ({ events }) => events },
      {
        label: "Cancelled",
        pattern: "hatched",
        value: ({ cancelled }) => cancelled,
      },
    ],
  },
  {
    heading: "Invitations and answers",
    hint: "People invited by name, once for each event, and what they answered.",
    columns: [
      { label: "Going", pattern: "filled", value: ({ accepted }) => accepted },
      {
        label: "Maybe",
        pattern: "dotted",
        value: ({ tentative }) => tentative,
      },
      {
        label: "Can't go",
        pattern: "hatched",
        value: ({ declined }) => declined,
      },
      {
        label: "No answer",
        pattern: "empty",
        value: ({ invited, answered }) => invited - answered,
      },
    ],
  },
  {
    heading: "Attendance",
    hint: "Of events of which it is known who came: in the Teams meeting, by its report, or in the room.",
    columns: [
      { label: "Came", pattern: "filled", value: ({ came }) => came },
      {
        label: "Accepted, did not come",
        pattern: "hatched",
        value: ({ didNotCome }) => didNotCome,
      },
      { label: "Events", value: ({ counted }) => counted },
    ],
  },
];
