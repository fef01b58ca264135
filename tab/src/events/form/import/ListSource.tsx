import {
  Button,
  Caption1,
  Field,
  MessageBar,
  MessageBarBody,
  Textarea,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useId, useRef } from "react";

const useStyles = makeStyles({
  file: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
  },
  hint: { color: tokens.colorNeutralForeground2 },
  problem: { overflowWrap: "anywhere" },
});

/** Longest text that the field shows, in characters: browsers take seconds to draw millions. */
export const longestShown = 100_000;

/** Where a list comes from: it is pasted, or in a file. */
export function ListSource(props: {
  text: string;
  problem: string | null;
  onText: (text: string) => void;
  /** Something was pasted that is too long for the field. */
  onLongPaste: (text: string) => void;
  onFile: (file: File) => void;
}) {
  const styles = useStyles();
  const hintId = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      {props.problem !== null && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody className={styles.problem}>
            {props.problem}
          </MessageBarBody>
        </MessageBar>
      )}
      <Field
        label="Paste addresses or a table"
        hint="One person a line, or with commas or semicolons between them. Names may stand beside the addresses."
      >
        <Textarea
          rows={6}
          resize="vertical"
          spellCheck={false}
          value={props.text}
          onChange={(_, { value }) => props.onText(value)}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData("text/plain");
            if (pasted.length <= longestShown) return;
            event.preventDefault();
            props.onLongPaste(pasted);
          }}
        />
      </Field>
      <div className={styles.file}>
        <Button
          aria-describedby={hintId}
          onClick={() => input.current?.click()}
        >
          Choose a file
        </Button>
        <Caption1 id={hintId} className={styles.hint}>
          CSV or text, up to 10 MB. The file stays on your device; only the
          addresses in it are sent.
        </Caption1>
        <input
          ref={input}
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          hidden
          onChange={(change) => {
            const [file] = change.target.files ?? [];
            // The same file can be chosen again, once it is mended.
            change.target.value = "";
            if (file) props.onFile(file);
          }}
        />
      </div>
    </>
  );
}
