import { z } from "zod";

/** What is counted of some events that have begun. Events that are cancelled count as `cancelled` and nowhere else. */
export const insightNumbersSchema = z.object({
  events: z.int().nonnegative(),
  cancelled: z.int().nonnegative(),
  /** People invited by name, each once an event. */
  invited: z.int().nonnegative(),
  /** About how many more were reached by mailing lists, as leads said. */
  byLists: z.int().nonnegative(),
  /** Of those invited: who has answered. */
  answered: z.int().nonnegative(),
  /** What they answered, but for events whose answers the caller is not told apart. */
  accepted: z.int().nonnegative(),
  tentative: z.int().nonnegative(),
  declined: z.int().nonnegative(),
  /** Events of which the caller is told how many came. */
  counted: z.int().nonnegative(),
  came: z.int().nonnegative(),
  /** Who had accepted such an event, as far as the caller sees its names; and who of them did not come. */
  expected: z.int().nonnegative(),
  didNotCome: z.int().nonnegative(),
});
export type InsightNumbers = z.infer<typeof insightNumbersSchema>;

const dateSchema = z.iso.date("Choose a date.");

/** Longest time that is looked at, in years. */
const mostYears = 10;

/**
 * `GET /api/insights` and `GET /api/insights.csv`, for leads and admins: of events that start within the time. Leads are
 * told of groups that they lead; admins with `scope=all` of every group, and of confidential ones only where they lead
 * them.
 */
export const insightsQuerySchema = z
  .object({
    from: dateSchema,
    /** With this day. */
    until: dateSchema,
    by: z.enum(["month", "quarter"]),
    /** IANA name; whose days these are. */
    timeZone: z.string().refine(isTimeZone, "Choose a time zone."),
    group: z.uuid().nullable(),
    scope: z.enum(["mine", "all"]),
  })
  .refine(({ from, until }) => from <= until, {
    path: ["until"],
    message: "Choose a last day that is not before the first.",
  })
  .refine(
    ({ from, until }) =>
      Number(until.slice(0, 4)) - Number(from.slice(0, 4)) <= mostYears,
    { path: ["from"], message: `Choose at most ${mostYears} years.` },
  );
export type InsightsQuery = z.infer<typeof insightsQuerySchema>;

export const insightsSchema = z.object({
  /** Those of which the caller is told, by name. */
  groups: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** Every month or quarter of the time, earliest first; the first begins with the time. */
  periods: z.array(
    z.object({
      /** Its first day. */
      start: z.iso.date(),
      numbers: insightNumbersSchema,
    }),
  ),
  /** By name; an event that several groups host counts for each of them. */
  byGroup: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      numbers: insightNumbersSchema,
    }),
  ),
  /** Each event once. */
  total: insightNumbersSchema,
  /** How many more events of the time have not begun: they count nowhere else. */
  ahead: z.int().nonnegative(),
  /** How many events have answers that the caller is not told apart: of too few people. */
  notToldApart: z.int().nonnegative(),
});
export type Insights = z.infer<typeof insightsSchema>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
