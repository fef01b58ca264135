/** When an event is, as cards need it. */
export interface CardTime {
  startsAt: Date;
  endsAt: Date;
  /** Whole days of `timeZone`. */
  isAllDay: boolean;
  /** IANA name. */
  timeZone: string;
}

/**
 * When an event is. Teams: "Text features": DATE and TIME take whole seconds in UTC and show the reader's zone,
 * so whole days, which are the same for everybody, are written out instead.
 */
export function whenText(time: CardTime): string {
  if (time.isAllDay) return allDayText(time);
  const start = inUtc(time.startsAt);
  const end = inUtc(time.endsAt);
  const until = isOnAnotherDay(time)
    ? `{{DATE(${end}, SHORT)}}, {{TIME(${end})}}`
    : `{{TIME(${end})}}`;
  return `{{DATE(${start}, LONG)}}, {{TIME(${start})}} – ${until}`;
}

/** `All day, Tuesday, 1 December 2026`, or `All day, 1 – 3 December 2026`. */
function allDayText({ startsAt, endsAt, timeZone }: CardTime): string {
  const lastMoment = new Date(endsAt.getTime() - 1);
  const isOneDay = dayIn(timeZone, startsAt) === dayIn(timeZone, lastMoment);
  const days = new Intl.DateTimeFormat("en-GB", {
    ...(isOneDay && { weekday: "long" }),
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone,
  });
  return `All day, ${isOneDay ? days.format(startsAt) : days.formatRange(startsAt, lastMoment)}`;
}

/**
 * Where the reader is nobody knows here: the end has its date when it is on another day in the event's own zone.
 * Elsewhere an end that the clock shows before the start is understood.
 */
function isOnAnotherDay({ startsAt, endsAt, timeZone }: CardTime): boolean {
  return dayIn(timeZone, startsAt) !== dayIn(timeZone, endsAt);
}

function dayIn(timeZone: string, instant: Date): string {
  return new Intl.DateTimeFormat("en-CA", {
    timeZone,
    dateStyle: "short",
  }).format(instant);
}

/** As cards' DATE and TIME take it. */
export function inUtc(instant: Date): string {
  return instant.toISOString().replace(/\.\d+Z$/, "Z");
}
