import {
  Button,
  Caption1,
  Input,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useId, useRef, useState } from "react";

const useStyles = makeStyles({
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
  },
  label: { flex: "1 1 200px", minWidth: 0, overflowWrap: "anywhere" },
  all: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    marginTop: tokens.spacingVerticalXS,
  },
  search: { width: "100%", maxWidth: "320px" },
  addresses: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    maxHeight: "320px",
    overflowY: "auto",
  },
  address: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    minWidth: 0,
    overflowWrap: "anywhere",
  },
});

/** How many of a long list are drawn; the others are found by searching. */
const shown = 50;

/** Many addresses as one line: how many, from where; each can be found and taken off. */
export function AddressBatchLine(props: {
  label: string;
  addresses: string[];
  onRemove: (address: string) => void;
  onRemoveAll: () => void;
}) {
  const styles = useStyles();
  const listId = useId();
  const part = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [sought, setSought] = useState("");
  const words = sought.trim().toLowerCase();
  const found = isOpen
    ? props.addresses.filter((one) => one.toLowerCase().includes(words))
    : [];
  const more = found.length - shown;
  return (
    <div role="group" aria-label={props.label}>
      <div className={styles.line}>
        <span className={styles.label}>{props.label}</span>
        <Button
          size="small"
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? "Hide" : "Show"}
        </Button>
        <Button size="small" onClick={props.onRemoveAll}>
          Remove all
        </Button>
      </div>
      {isOpen && (
        <div id={listId} ref={part} className={styles.all}>
          <Input
            type="search"
            className={styles.search}
            size="small"
            aria-label="Find an address"
            placeholder="Find an address"
            value={sought}
            onChange={(_, { value }) => setSought(value)}
          />
          <Caption1 block role="status">
            {more > 0
              ? `The first ${shown} of ${found.length.toLocaleString("en")}. Search for another one.`
              : found.length === 0
                ? "None of them has this in it."
                : ""}
          </Caption1>
          <ul className={styles.addresses}>
            {found.slice(0, shown).map((address) => (
              <li key={address} className={styles.address}>
                {address}
                <Button
                  size="small"
                  appearance="subtle"
                  aria-label={`Remove ${address}`}
                  onClick={() => {
                    // The button goes with its line; the keyboard would be nowhere.
                    part.current?.querySelector("input")?.focus();
                    props.onRemove(address);
                  }}
                >
                  Remove
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
