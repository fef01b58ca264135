import {
  Caption1,
  Input,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState, type ReactNode } from "react";

const useStyles = makeStyles({
  all: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    marginTop: tokens.spacingVerticalXS,
  },
  search: { width: "100%", maxWidth: "320px" },
  entries: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    maxHeight: "320px",
    overflowY: "auto",
  },
  entry: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    minWidth: 0,
    overflowWrap: "anywhere",
  },
});

/** How many of a long list are drawn; the others are found by searching. */
const shown = 50;

/** A list that can be very long: its beginning, and a field that finds the rest. */
export function SearchedList<Entry>(props: {
  /** What the field is for: `Find an address`. */
  searchLabel: string;
  entries: readonly Entry[];
  keyOf: (entry: Entry) => string;
  /** What is searched. */
  textOf: (entry: Entry) => string;
  /** Names a list whose entries have nothing to press: the keyboard scrolls it by being in it. */
  listLabel?: string;
  children: (entry: Entry) => ReactNode;
}) {
  const styles = useStyles();
  const [sought, setSought] = useState("");
  const words = sought.trim().toLowerCase();
  const found =
    words === ""
      ? props.entries
      : props.entries.filter((entry) =>
          props.textOf(entry).toLowerCase().includes(words),
        );
  return (
    <div className={styles.all}>
      <Input
        type="search"
        className={styles.search}
        size="small"
        aria-label={props.searchLabel}
        placeholder={props.searchLabel}
        value={sought}
        onChange={(_, { value }) => setSought(value)}
      />
      <Caption1 block role="status">
        {found.length > shown
          ? `The first ${shown} of ${found.length.toLocaleString("en")}. Search for another one.`
          : found.length === 0
            ? "None of them has this in it."
            : ""}
      </Caption1>
      <ul
        className={styles.entries}
        {...(props.listLabel !== undefined && {
          "aria-label": props.listLabel,
          tabIndex: 0,
        })}
      >
        {found.slice(0, shown).map((entry) => (
          <li key={props.keyOf(entry)} className={styles.entry}>
            {props.children(entry)}
          </li>
        ))}
      </ul>
    </div>
  );
}
