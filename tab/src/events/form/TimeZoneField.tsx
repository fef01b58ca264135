import {
  Caption1,
  Combobox,
  Field,
  Option,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { presentName, zoneLabel } from "../../time/zone-names.ts";
import {
  knownTimeZones,
  nearbyZones,
  zoneNamed,
  zoneOffset,
  zonesMatching,
} from "./time-zones.ts";

/** More than people read in a list; typing finds the others. */
const mostShown = 60;

const useStyles = makeStyles({
  box: { minWidth: 0, width: "100%" },
  list: { maxHeight: "320px" },
  offset: { color: tokens.colorNeutralForeground2, marginInlineStart: "auto" },
});

/** A time zone, found by typing a part of its name. */
export function TimeZoneField(props: {
  id: string;
  value: string;
  error: string | undefined;
  onChange: (timeZone: string) => void;
}) {
  const styles = useStyles();
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const chosen = presentName(props.value);
  const matching =
    typed === null
      ? nearbyZones(knownTimeZones(chosen), chosen)
      : zonesMatching(knownTimeZones(chosen), typed);
  const shown = matching.slice(0, mostShown);
  const now = new Date();

  function choose(timeZone: string | null | undefined): void {
    if (timeZone) props.onChange(timeZone);
    setTyped(null);
  }

  return (
    <Field
      label="Time zone"
      {...(props.error === undefined ? {} : { validationMessage: props.error })}
    >
      <Combobox
        id={props.id}
        className={styles.box}
        input={{ size: 1 }}
        // In the page and not at its end, so that the list stays within its landmark.
        inlinePopup
        listbox={{ className: styles.list }}
        positioning={{ autoSize: false, fallbackPositions: ["above"] }}
        // The arrow is for the mouse: it would be a second stop of the keyboard with the same effect.
        expandIcon={{
          role: "presentation",
          tabIndex: -1,
          "aria-hidden": true,
          "aria-label": "Open the list",
        }}
        value={typed ?? zoneLabel(props.value)}
        selectedOptions={[chosen]}
        onChange={(change) => setTyped(change.target.value)}
        onActiveOptionChange={(_, { nextOption }) =>
          setActive(nextOption?.value ?? null)
        }
        onOptionSelect={(_, { optionValue }) => {
          // Fluent also tells when what is typed no longer matches the choice; the choice stays until the next one.
          if (optionValue !== undefined) choose(optionValue);
        }}
        onKeyDown={(key) => {
          if (key.key !== "Enter" || typed === null || active !== null) return;
          key.preventDefault();
          choose(shown[0]);
        }}
        onBlur={() => typed !== null && choose(zoneNamed(typed))}
      >
        {shown.map((zone) => (
          <Option key={zone} value={zone} text={zoneLabel(zone)}>
            {zoneLabel(zone)}
            <Caption1 className={styles.offset}>
              {zoneOffset(zone, now)}
            </Caption1>
          </Option>
        ))}
        {shown.length === 0 && (
          <Option key="none" disabled text="">
            No such time zone. Try a city.
          </Option>
        )}
      </Combobox>
    </Field>
  );
}
