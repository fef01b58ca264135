import { Text, makeStyles, tokens } from "@fluentui/react-components";
import type { MeetingForLeads } from "../../../../bot/contract/events.ts";
import { Section } from "../../layout/Section.tsx";
import {
  confidentialMeetingSentence,
  leftOutSentence,
  meetingStandSentence,
  receptionSentence,
  runSentence,
} from "./meeting-words.ts";

const useStyles = makeStyles({
  lines: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    overflowWrap: "anywhere",
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The event's Teams meeting for leads: who can run it, and how it receives people. */
export function MeetingSection(props: {
  meeting: MeetingForLeads;
  confidential: boolean;
}) {
  const styles = useStyles();
  const { meeting } = props;
  const stand = meetingStandSentence(meeting);
  const lines = [
    runSentence(meeting.canRun),
    receptionSentence(meeting),
    leftOutSentence(meeting.leftOut),
  ].filter((line) => line !== null);
  return (
    <Section heading="Teams meeting">
      <div className={styles.lines}>
        <div aria-live="polite">{stand !== null && <Text>{stand}</Text>}</div>
        {lines.map((line) => (
          <Text key={line} dir="auto">
            {line}
          </Text>
        ))}
        {props.confidential && (
          <Text className={styles.quiet}>{confidentialMeetingSentence}</Text>
        )}
      </div>
    </Section>
  );
}
