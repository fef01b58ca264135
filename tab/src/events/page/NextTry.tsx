import { Text, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { onlyHeard } from "../../layout/only-heard.ts";
import { useSecondsLeft } from "../hold/use-seconds-left.ts";
import { useReader } from "../../teams/reader.ts";
import {
  countdownWords,
  heardTime,
  nextTrySentence,
} from "./next-try-words.ts";

const useStyles = makeStyles({
  heard: onlyHeard,
  seen: {
    display: "block",
    fontVariantNumeric: "tabular-nums",
    marginTop: tokens.spacingVerticalXXS,
  },
});

/** When the next try begins: screen readers hear the time, and again only when it is another one; the eye sees the seconds. */
export function NextTry(props: {
  at: string;
  /** The same from when it was told. */
  inMs: number;
  /** Nothing has failed: Microsoft has asked for a pause. */
  isPause?: boolean;
}) {
  const styles = useStyles();
  const reader = useReader();
  const { at, inMs, isPause = false } = props;
  const told = useMemo(() => ({ at, sendsInMs: inMs }), [at, inMs]);
  const seconds = useSecondsLeft(told);
  const [before, setBefore] = useState(at);
  const heard = heardTime({ before, told: at });
  if (heard !== before) setBefore(heard);
  return (
    <>
      <span role="status" className={styles.heard}>
        {nextTrySentence(heard, { isPause, ...reader })}
      </span>
      <Text aria-hidden="true" className={styles.seen} weight="semibold">
        {countdownWords(seconds, { isPause })}
      </Text>
    </>
  );
}
