import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { HeartRegular } from "@fluentui/react-icons/svg/heart";
import { useState } from "react";
import type {
  Attendance,
  Thanks,
} from "../../../../../bot/contract/attendance.ts";
import type { EventDetail } from "../../../../../bot/contract/events.ts";
import { askedPart } from "../../../layout/late-part.tsx";
import { useReader } from "../../../teams/reader.ts";
import {
  channelProblems,
  channelsToPost,
  thanksSentence,
} from "./thanks-words.ts";

const ThanksDialog = askedPart(
  async () => (await import("./ThanksDialog.tsx")).ThanksDialog,
);

const useStyles = makeStyles({
  part: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalS,
  },
  problems: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

/** The thank-you card: offered, under way, posted by whom, or what kept it from a channel. */
export function ThanksPart(props: {
  event: EventDetail;
  thanks: Thanks;
  onAttendance: (attendance: Attendance) => void;
}) {
  const styles = useStyles();
  const reader = useReader();
  const { thanks } = props;
  const [asking, setAsking] = useState(false);
  const sentence = thanksSentence(thanks, reader);
  if (sentence === null) return null;
  const canAsk =
    (thanks.state === "offered" || thanks.state === "failed") &&
    channelsToPost(thanks).length > 0;
  const problems = channelProblems(thanks);
  return (
    <div className={styles.part}>
      <Text role="status">{sentence}</Text>
      {problems.length > 0 && (
        <ul className={styles.problems}>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      {canAsk && (
        <Button icon={<HeartRegular />} onClick={() => setAsking(true)}>
          {thanks.state === "failed"
            ? "Try again"
            : "Thank people in the channels"}
        </Button>
      )}
      {asking && canAsk && (
        <ThanksDialog
          event={props.event}
          thanks={thanks}
          onClose={() => setAsking(false)}
          onSent={(attendance) => {
            setAsking(false);
            props.onAttendance(attendance);
          }}
        />
      )}
    </div>
  );
}
