import {
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
  Text,
  makeStyles,
  tokens,
  type MessageBarProps,
} from "@fluentui/react-components";
import type { EventDetail } from "../../../../bot/contract/events.ts";
import { useReader } from "../../teams/reader.ts";
import { useNow } from "../../time/use-now.ts";
import { nearTime } from "../../time/when-sentence.ts";
import { isPartlyInvited, statusSentence } from "../status-words.ts";
import { NextTry } from "./NextTry.tsx";
import { isCountedDown } from "./next-try-words.ts";
import { RetryPublication } from "./RetryPublication.tsx";
import { SendingActions } from "./SendingActions.tsx";

const useStyles = makeStyles({
  parts: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  progress: { marginTop: tokens.spacingVerticalXS },
  message: { whiteSpace: "pre-wrap" },
});

/** Where the event stands, with progress while its mails go out; screen readers hear it change. */
export function EventStanding(props: {
  event: EventDetail;
  connected: boolean;
  onChanged: (event: EventDetail) => void;
}) {
  const styles = useStyles();
  const reader = useReader();
  const { event } = props;
  const { progress } = event;
  const isOver = Date.parse(event.endsAt) <= useNow().getTime();
  const asTime = (at: string | null) =>
    at === null ? null : nearTime(at, reader, new Date());
  const { nextTryAt, nextTryInMs } = progress;
  const isSoon =
    nextTryAt !== null && nextTryInMs !== null && isCountedDown(nextTryInMs);
  const times = {
    nextTry: isSoon ? null : asTime(nextTryAt),
    last: asTime(progress.lastAt),
  };
  const hasFailed = event.status === "failed";
  return (
    <div className={styles.parts}>
      <MessageBar
        intent={intentOf(event, isOver)}
        layout="multiline"
        politeness="polite"
      >
        <MessageBarBody>
          <Text role="status">
            {isDeletedThere(event)
              ? "This event is not on the calendar any more."
              : statusSentence(event, times, { isOver })}
          </Text>
          {isSoon && (
            <NextTry
              at={nextTryAt}
              inMs={nextTryInMs}
              isPause={progress.waitingFor === "pause"}
            />
          )}
          {isPartlyInvited(event) && (
            <ProgressBar
              className={styles.progress}
              {...(hasFailed && { color: "error" })}
              aria-label="Invitations sent"
              max={progress.total}
              value={progress.invited}
            />
          )}
          {event.cancelMessage !== null && event.cancelMessage !== "" && (
            <div className={styles.message} dir="auto">
              {event.cancelMessage}
            </div>
          )}
        </MessageBarBody>
        {/* Who sees the names of those invited leads the group. */}
        {hasFailed &&
          event.permissions.seeAttendees &&
          event.outlookChange?.kind !== "deleted" && (
            <RetryPublication event={event} onRetried={props.onChanged} />
          )}
        {event.progress.canPause && (
          <SendingActions event={event} onChanged={props.onChanged} />
        )}
      </MessageBar>
      {event.meeting.state === "missing" && event.status !== "cancelled" && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>No Teams link.</MessageBarTitle>
            Outlook created this event without a Teams meeting, most likely
            because the service account has no Teams licence. Ask an
            administrator to assign one, or put another link into the location.
          </MessageBarBody>
        </MessageBar>
      )}
      {!props.connected && (
        <MessageBar intent="info">
          <MessageBarBody>
            The live connection is interrupted; answers may be older than they
            look. Connecting again.
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

/** What was published last was deleted in Outlook since, of which leads are told. */
function isDeletedThere(event: EventDetail): boolean {
  return (
    event.status === "scheduled" && event.outlookChange?.kind === "deleted"
  );
}

function intentOf(
  event: EventDetail,
  isOver: boolean,
): NonNullable<MessageBarProps["intent"]> {
  if (event.status === "failed") return "error";
  if (event.status === "cancelled" || isDeletedThere(event)) return "warning";
  if (event.progress.waitingFor === "resume") return "info";
  if (event.progress.waitingFor !== null) return "warning";
  return event.status === "scheduled" && !isOver ? "success" : "info";
}
