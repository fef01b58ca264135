import {
  defaultDatePickerStrings,
  type CalendarStrings,
  type DatePickerProps,
} from "@fluentui/react-datepicker-compat";

/** The names of months and days in the reader's language; the sentences stay in the language of the tab. */
export function calendarWords(locale: string): CalendarStrings {
  const months = (month: "long" | "short") =>
    Array.from({ length: 12 }, (_, index) =>
      new Intl.DateTimeFormat(locale, { month }).format(
        new Date(2026, index, 1),
      ),
    );
  const days = (weekday: "long" | "narrow") =>
    Array.from({ length: 7 }, (_, index) =>
      // 1 February 2026 is a Sunday, with which the calendar's lists begin.
      new Intl.DateTimeFormat(locale, { weekday }).format(
        new Date(2026, 1, 1 + index),
      ),
    );
  return {
    ...defaultDatePickerStrings,
    months: months("long"),
    shortMonths: months("short"),
    days: days("long"),
    shortDays: days("narrow"),
    goToToday: "Go to today",
  };
}

/** The day with which weeks begin where the reader lives. */
export function firstDayOfWeek(
  locale: string,
): NonNullable<DatePickerProps["firstDayOfWeek"]> {
  const { firstDay } = weekInfo(new Intl.Locale(locale));
  // Intl counts Monday 1 to Sunday 7, the calendar Sunday 0 to Saturday 6.
  return firstDay % 7;
}

/** Browsers have the week either as a method or, earlier, as a property; TypeScript knows neither everywhere. */
function weekInfo(locale: Intl.Locale): { firstDay: number } {
  const extended = locale as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  return extended.getWeekInfo?.() ?? extended.weekInfo ?? { firstDay: 1 };
}
