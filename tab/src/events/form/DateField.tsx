import { Field, makeStyles } from "@fluentui/react-components";
import { DatePicker } from "@fluentui/react-datepicker-compat";
import { useReader } from "../../teams/reader.ts";
import { typedDate } from "../../time/typed-date.ts";
import { dateOf, wallClock } from "../../time/wall-clock.ts";
import { calendarWords, firstDayOfWeek } from "./calendar-words.ts";

const useStyles = makeStyles({
  picker: { width: "100%", minWidth: 0 },
});

/** A day, chosen in a calendar or typed: `2026-12-01`, in the order of the reader's language, `tomorrow`. */
export function DateField(props: {
  id: string;
  label: string;
  /** `2026-12-01`, or empty. */
  value: string;
  timeZone: string;
  error: string | undefined;
  onChange: (value: string) => void;
}) {
  const styles = useStyles();
  const { locale } = useReader();
  const today = dateOf(wallClock(new Date(), props.timeZone));
  const format = new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  return (
    <Field
      label={props.label}
      {...(props.error === undefined ? {} : { validationMessage: props.error })}
    >
      <DatePicker
        id={props.id}
        className={styles.picker}
        allowTextInput
        openOnClick
        showMonthPickerAsOverlay
        value={asDay(props.value)}
        today={asDay(today) ?? new Date()}
        formatDate={(day) => (day ? format.format(day) : "")}
        parseDateFromString={(text) => {
          const shown = asDay(props.value);
          if (shown && text.trim() === format.format(shown)) return shown;
          return asDay(typedDate(text, { today, locale }) ?? "");
        }}
        onSelectDate={(day) => props.onChange(day ? asText(day) : "")}
        firstDayOfWeek={firstDayOfWeek(locale)}
        strings={calendarWords(locale)}
      />
    </Field>
  );
}

/** The calendar works with midnights of the browser's own zone. */
function asDay(text: string): Date | null {
  const [year, month, day] = text.split("-").map(Number);
  if (!year || !month || !day) return null;
  return new Date(year, month - 1, day);
}

function asText(day: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const year = String(day.getFullYear()).padStart(4, "0");
  return `${year}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
