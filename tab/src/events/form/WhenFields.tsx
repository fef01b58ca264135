import { makeStyles, tokens } from "@fluentui/react-components";
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
});

export function WhenFields({ draft, errors, onChange }: FormPart) {
  const styles = useStyles();
  return (
    <>
      <div className={styles.grid}>
        <DateField
          id={controlId("startDate")}
          label="Start date"
          value={draft.startDate}
          timeZone={draft.timeZone}
          error={errors.startDate}
          onChange={(startDate) =>
            onChange((now) => moveStart(now, { startDate }))
          }
        />
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
        <DateField
          id={controlId("endDate")}
          label="End date"
          value={draft.endDate}
          timeZone={draft.timeZone}
          error={errors.endDate}
          onChange={(endDate) => onChange((now) => ({ ...now, endDate }))}
        />
        <TextField
          id={controlId("endTime")}
          label="End time"
          type="time"
          value={draft.endTime}
          error={errors.endTime}
          onChange={(endTime) => onChange((now) => ({ ...now, endTime }))}
        />
      </div>
      <TimeZoneField
        id={controlId("timeZone")}
        value={draft.timeZone}
        error={errors.timeZone}
        onChange={(timeZone) => onChange((now) => ({ ...now, timeZone }))}
      />
    </>
  );
}
