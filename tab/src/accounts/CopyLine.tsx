import { Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect } from "react";
import { CopyButton } from "./CopyButton.tsx";
import { useCopy } from "./use-copy.ts";

const useStyles = makeStyles({
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
  },
  text: { flexGrow: 1, flexBasis: "200px", minWidth: 0 },
});

/** One line to be copied, such as a link. */
export function CopyLine(props: {
  label: string;
  hint?: string;
  text: string;
  /** True for a line that appears in place of the button that asked for it. */
  takesFocus?: boolean;
}) {
  const styles = useStyles();
  const { shown, outcome, copy } = useCopy<HTMLDivElement>(props.text);
  const { takesFocus = false } = props;
  useEffect(() => {
    if (takesFocus) shown.current?.querySelector("input")?.focus();
  }, [takesFocus, shown]);
  return (
    <Field
      label={props.label}
      {...(props.hint === undefined ? {} : { hint: props.hint })}
    >
      {(field) => (
        <div className={styles.line} ref={shown}>
          <Input
            {...field}
            className={styles.text}
            readOnly
            value={props.text}
            input={{ dir: "ltr" }}
            onFocus={(focus) => focus.currentTarget.select()}
          />
          <CopyButton what={props.label} outcome={outcome} onCopy={copy} />
        </div>
      )}
    </Field>
  );
}
