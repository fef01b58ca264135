import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type {
  EventDetail,
  Held,
  Stopped,
} from "../../../../bot/contract/events.ts";
import { onlyHeard } from "../../layout/only-heard.ts";
import { countdown, waitSentence } from "./hold-words.ts";
import { StopFailure } from "./StopFailure.tsx";
import { useSecondsLeft } from "./use-seconds-left.ts";
import { useStop } from "./use-stop.ts";

const useStyles = makeStyles({
  heard: onlyHeard,
  progress: { marginTop: tokens.spacingVerticalXS },
});

/** What waits to be sent, for how long, and the button that stops it. */
export function HoldBar(props: {
  event: EventDetail;
  held: Held & { sendsInMs: number };
  onStopped: (stopped: Stopped) => void;
}) {
  const styles = useStyles();
  const { event, held } = props;
  const { sendsInMs } = held;
  // News of the event that are not of the hold leave the countdown alone.
  const told = useMemo(() => ({ sendsInMs }), [sendsInMs]);
  const seconds = useSecondsLeft(told);
  const [atFirst, setAtFirst] = useState({
    version: event.version,
    seconds,
  });
  if (atFirst.version !== event.version)
    setAtFirst({ version: event.version, seconds });
  const stop = useStop(event, props.onStopped);
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        {/* Screen readers hear the sentence once; the numbers are for the eye. */}
        <span role="status" className={styles.heard}>
          {waitSentence(held, atFirst.seconds)}
        </span>
        <span aria-hidden="true" dir="auto">
          {countdown(held, seconds)}
        </span>
        <ProgressBar
          aria-hidden="true"
          className={styles.progress}
          max={Math.max(1, atFirst.seconds)}
          value={Math.min(seconds, Math.max(1, atFirst.seconds))}
        />
        <StopFailure failure={stop.failure} />
      </MessageBarBody>
      <MessageBarActions>
        <Button
          size="small"
          disabledFocusable={stop.stopping}
          onClick={() => void stop.stop()}
        >
          Stop
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
