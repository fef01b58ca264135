import {
  Switch,
  Text,
  makeStyles,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import { clockChangeHint } from "../../time/clock-change.ts";
import { isTimeZone } from "../../time/zone-names.ts";
import { DateField } from "./DateField.tsx";
import { endOf, moveStart, startOf, type EventDraft } from "./event-draft.ts";
import { controlId, type FormPart } from "./form-part.ts";
import { TextField } from "./TextField.tsx";
import { TimeZoneField } from "./TimeZoneField.tsx";
import { WhenInWords } from "./when/WhenInWords.tsx";

const useStyles = makeStyles({
  grid: {
    display: "grid",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalM,
    gridTemplateColumns: "minmax(0, 3fr) minmax(0, 2fr)",
    "@media (max-width: 420px)": { gridTemplateColumns: "minmax(0, 1fr)" },
    alignItems: "start",
  },
  hints: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    ":empty": { display: "none" },
  },
  days: {
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    "@media (max-width: 420px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
});

export function WhenFields({ draft, errors, onChange }: FormPart) {
  const styles = useStyles();
  const { isAllDay } = draft;
  return (
    <>
      <WhenInWords
        id={controlId("typedWhen")}
        draft={draft}
        error={errors.typedWhen}
        onType={(typedWhen) => onChange((now) => ({ ...now, typedWhen }))}
        onChoose={(when) =>
          onChange((now) => ({ ...now, ...when, typedWhen: "" }))
        }
      />
      <Switch
        id={controlId("isAllDay")}
        label="All day"
        checked={isAllDay}
        onChange={(_, { checked }) =>
          onChange((now) => ({ ...now, isAllDay: checked }))
        }
      />
      <div className={mergeClasses(styles.grid, isAllDay && styles.days)}>
        <DateField
          id={controlId("startDate")}
          label={isAllDay ? "First day" : "Start date"}
          value={draft.startDate}
          timeZone={draft.timeZone}
          error={errors.startDate}
          onChange={(startDate) =>
            onChange((now) => moveStart(now, { startDate }))
          }
        />
        {!isAllDay && (
          <TextField
            id={controlId("startTime")}
            label="Start time"
            type="time"
            value={draft.startTime}
            error={errors.startTime}
            onChange={(startTime) =>
              onChange((now) => moveStart(now, { startTime }))
            }
          />
        )}
        <DateField
          id={controlId("endDate")}
          label={isAllDay ? "Last day" : "End date"}
          value={draft.endDate}
          timeZone={draft.timeZone}
          error={errors.endDate}
          onChange={(endDate) => onChange((now) => ({ ...now, endDate }))}
        />
        {!isAllDay && (
          <TextField
            id={controlId("endTime")}
            label="End time"
            type="time"
            value={draft.endTime}
            error={errors.endTime}
            onChange={(endTime) => onChange((now) => ({ ...now, endTime }))}
          />
        )}
      </div>
      <div role="status" className={styles.hints}>
        {!isAllDay &&
          hintsOf(draft).map((hint) => <Text key={hint}>{hint}</Text>)}
      </div>
      {/* Whole days are the same in every zone. */}
      {!isAllDay && (
        <TimeZoneField
          id={controlId("timeZone")}
          value={draft.timeZone}
          error={errors.timeZone}
          onChange={(timeZone) => onChange((now) => ({ ...now, timeZone }))}
        />
      )}
    </>
  );
}

/** What the clocks' change does to the start and the end, each said once. */
function hintsOf(draft: EventDraft): string[] {
  if (!isTimeZone(draft.timeZone)) return [];
  const hints = [startOf(draft), endOf(draft)].flatMap(
    (local) => clockChangeHint(local, draft.timeZone) ?? [],
  );
  return [...new Set(hints)];
}
