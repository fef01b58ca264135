/** A calendar's day without time and zone: `2031-12-01`. */
export type Day = string;

export type CalendarView = "week" | "month";

const dayMs = 86_400_000;

/** The day's midnight in UTC: days are counted there, where no clock changes. */
function utcOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

export function isDay(text: string | null): text is Day {
  return (
    text !== null &&
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(utcOf(text)) &&
    new Date(utcOf(text)).toISOString().startsWith(text)
  );
}

export function addDays(day: Day, count: number): Day {
  return new Date(utcOf(day) + count * dayMs).toISOString().slice(0, 10);
}

/** The day of a moment by the clocks of a zone. */
export function dayOf(instant: Date, timeZone: string): Day {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(instant);
  const part = (type: string) =>
    parts.find((found) => found.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
}

/** With which day a week begins where the language is spoken: 1 is Monday, 7 Sunday. */
export function firstWeekday(locale: string): number {
  const known = new Intl.Locale(locale) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1;
}

/** The weeks that a view shows, each of seven days: that of `day`, or those of its month. */
export function weeksOf(
  view: CalendarView,
  { day, firstDay }: { day: Day; firstDay: number },
): Day[][] {
  const first = view === "week" ? day : `${day.slice(0, 7)}-01`;
  const last = view === "week" ? day : lastOfMonth(day);
  const weeks: Day[][] = [];
  for (
    let start = weekStart(first, firstDay);
    start <= last;
    start = addDays(start, 7)
  )
    weeks.push(Array.from({ length: 7 }, (_, n) => addDays(start, n)));
  return weeks;
}

function weekStart(day: Day, firstDay: number): Day {
  const weekday = new Date(utcOf(day)).getUTCDay();
  return addDays(day, -((weekday - firstDay + 7) % 7));
}

function lastOfMonth(day: Day): Day {
  return addDays(firstOfNextMonth(day, 1), -1);
}

function firstOfNextMonth(day: Day, months: number): Day {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1))
    .toISOString()
    .slice(0, 10);
}

/** A day of the view before (-1) or after (1): of a month its first one. */
export function step(view: CalendarView, day: Day, direction: 1 | -1): Day {
  return view === "week"
    ? addDays(day, 7 * direction)
    : firstOfNextMonth(day, direction);
}

/** Moments between which everything lies that any zone has on these days. */
export function momentsOf(weeks: readonly Day[][]): {
  from: string;
  until: string;
} {
  const days = weeks.flat();
  // Zones are between UTC-12 and UTC+14.
  return {
    from: new Date(utcOf(days[0] ?? "") - dayMs).toISOString(),
    until: new Date(utcOf(days.at(-1) ?? "") + 2 * dayMs).toISOString(),
  };
}

interface Span {
  startsAt: string;
  endsAt: string;
  isAllDay: boolean;
  timeZone: string;
}

/** The first and the last day on which it takes place: whole days are those of its own zone, for everybody. */
export function daysOf(span: Span, reader: { timeZone: string }): [Day, Day] {
  const zone = span.isAllDay ? span.timeZone : reader.timeZone;
  const ends = Math.max(Date.parse(span.endsAt) - 1, Date.parse(span.startsAt));
  return [dayOf(new Date(span.startsAt), zone), dayOf(new Date(ends), zone)];
}

/** Events by the days on which they take place, each day's in the order given. */
export function byDay<Event extends Span>(
  events: readonly Event[],
  given: { days: readonly Day[]; reader: { timeZone: string } },
): Map<Day, Event[]> {
  const found = new Map<Day, Event[]>(given.days.map((day) => [day, []]));
  for (const event of events) {
    const [first, last] = daysOf(event, given.reader);
    for (const [day, list] of found)
      if (first <= day && day <= last) list.push(event);
  }
  return found;
}

/** The months of the page are those of this calendar, also where another one is usual. */
const calendar = { timeZone: "UTC", calendar: "gregory" } as const;

/** `December 2031`, `1 – 7 December 2031`. */
export function headingOf(
  view: CalendarView,
  { day, weeks, locale }: { day: Day; weeks: readonly Day[][]; locale: string },
): string {
  const format = new Intl.DateTimeFormat(locale, {
    ...calendar,
    ...(view === "week" && { day: "numeric" }),
    month: "long",
    year: "numeric",
  });
  if (view === "month") return format.format(utcOf(day));
  const days = weeks.flat();
  return format.formatRange(utcOf(days[0] ?? day), utcOf(days.at(-1) ?? day));
}

/** A day as the reader writes it: in full, as a number, or its weekday. */
export function dayLabel(
  day: Day,
  given: { locale: string; as: "full" | "number" | "weekday" },
): string {
  const options: Record<typeof given.as, Intl.DateTimeFormatOptions> = {
    full: { weekday: "long", day: "numeric", month: "long" },
    number: { day: "numeric" },
    weekday: { weekday: "short" },
  };
  return new Intl.DateTimeFormat(given.locale, {
    ...calendar,
    ...options[given.as],
  }).format(utcOf(day));
}
