import { Text, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { useSecondsLeft } from "../hold/use-seconds-left.ts";
import { countdownWords, nextTrySentence } from "./next-try-words.ts";

const useStyles = makeStyles({
  heard: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
  seen: {
    display: "block",
    fontVariantNumeric: "tabular-nums",
    marginTop: tokens.spacingVerticalXXS,
  },
});

/** When the next try begins: screen readers hear it once for each, the eye sees the seconds. */
export function NextTry({ inMs }: { inMs: number }) {
  const styles = useStyles();
  const told = useMemo(() => ({ sendsInMs: inMs }), [inMs]);
  const seconds = useSecondsLeft(told);
  const [heard, setHeard] = useState({ seconds, last: seconds });
  // News of the same try come with less time left; with more it is another one.
  if (seconds > heard.last) setHeard({ seconds, last: seconds });
  else if (seconds < heard.last) setHeard({ ...heard, last: seconds });
  return (
    <>
      <span role="status" className={styles.heard}>
        {nextTrySentence(heard.seconds)}
      </span>
      <Text aria-hidden="true" className={styles.seen} weight="semibold">
        {countdownWords(seconds)}
      </Text>
    </>
  );
}
