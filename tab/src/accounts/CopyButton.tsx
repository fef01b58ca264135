import {
  Button,
  Caption1,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";

const useStyles = makeStyles({
  line: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    flexShrink: 0,
  },
});

const words = {
  copied: "Copied",
  selected: "Selected: press Ctrl+C or Cmd+C",
};

/** "Copy" with what came of it, which is read out, too. */
export function CopyButton(props: {
  /** What is copied, for people who hear many of these buttons. */
  what: string;
  outcome: "copied" | "selected" | null;
  onCopy: () => void;
}) {
  const styles = useStyles();
  return (
    <span className={styles.line}>
      <Button
        size="small"
        icon={<CopyRegular />}
        aria-label={`Copy: ${props.what}`}
        onClick={props.onCopy}
      >
        Copy
      </Button>
      <Caption1 role="status">
        {props.outcome === null ? "" : words[props.outcome]}
      </Caption1>
    </span>
  );
}
