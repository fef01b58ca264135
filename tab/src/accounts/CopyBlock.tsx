import { Caption1, Text, makeStyles, tokens } from "@fluentui/react-components";
import { CopyButton } from "./CopyButton.tsx";
import { runSentence, type Script } from "./script-words.ts";
import { useCopy } from "./use-copy.ts";

const useStyles = makeStyles({
  block: {
    minWidth: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  run: {
    paddingTop: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
  },
  code: {
    margin: 0,
    maxHeight: "320px",
    overflow: "auto",
    padding: tokens.spacingHorizontalM,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    // By its own words: a script runs from left to right for everybody.
    textAlign: "start",
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
});

/** A script to be copied, with how it is run; long lines scroll inside it. */
export function CopyBlock(props: {
  label: string;
  script: Script;
  text: string;
}) {
  const styles = useStyles();
  const { shown, outcome, copy } = useCopy<HTMLPreElement>(props.text);
  return (
    <div className={styles.block}>
      <div className={styles.head}>
        <Text weight="semibold">{props.label}</Text>
        <CopyButton what={props.label} outcome={outcome} onCopy={copy} />
      </div>
      <Caption1 block className={styles.run}>
        {runSentence(props.script)}
      </Caption1>
      {/* What scrolls must be reached by the keyboard. */}
      <pre
        ref={shown}
        className={styles.code}
        dir="ltr"
        role="region"
        aria-label={props.label}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {props.text}
      </pre>
    </div>
  );
}
