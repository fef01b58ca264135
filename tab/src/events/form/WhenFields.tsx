import {
  Switch,
  makeStyles,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import { DateField } from "./DateField.tsx";
import { moveStart } from "./event-draft.ts";
import { controlId, type FormPart } from "./form-part.ts";
import { TextField } from "./TextField.tsx";
import { TimeZoneField } from "./TimeZoneField.tsx";

const useStyles = makeStyles({
  grid: {
    display: "grid",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalM,
    gridTemplateColumns: "minmax(0, 3fr) minmax(0, 2fr)",
    "@media (max-width: 420px)": { gridTemplateColumns: "minmax(0, 1fr)" },
    alignItems: "start",
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
