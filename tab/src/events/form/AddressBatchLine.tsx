import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useRef, useState } from "react";
import { SearchedList } from "../../layout/SearchedList.tsx";

const useStyles = makeStyles({
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
  },
  label: { flex: "1 1 200px", minWidth: 0, overflowWrap: "anywhere" },
  address: { flex: "1 1 0", minWidth: 0 },
});

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
        <div id={listId} ref={part}>
          <SearchedList
            searchLabel="Find an address"
            entries={props.addresses}
            keyOf={(address) => address}
            textOf={(address) => address}
          >
            {(address) => (
              <>
                <span className={styles.address}>{address}</span>
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
              </>
            )}
          </SearchedList>
        </div>
      )}
    </div>
  );
}
