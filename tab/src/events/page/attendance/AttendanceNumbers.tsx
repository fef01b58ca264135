import { Caption1, Text, makeStyles, tokens } from "@fluentui/react-components";
import type { Attendance } from "../../../../../bot/contract/attendance.ts";
import { useReader } from "../../../teams/reader.ts";
import { useNow } from "../../../time/use-now.ts";
import { AttendanceChart } from "./AttendanceChart.tsx";
import {
  cameSentence,
  isWhole,
  tickedSentence,
  tooFewSentence,
  unlistedSentence,
} from "./attendance-words.ts";
import { reportsSentence } from "./standing-words.ts";

const useStyles = makeStyles({
  parts: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
  },
  sentence: { margin: 0, maxWidth: "70ch" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Who came, in numbers: as a sentence that screen readers hear change, and as a chart that is a table. */
export function AttendanceNumbers({ attendance }: { attendance: Attendance }) {
  const styles = useStyles();
  const reader = useReader();
  const now = useNow();
  const sentence = numbersSentence(attendance);
  const notes = [
    reportsSentence(attendance, { now, reader }),
    unlistedSentence(attendance.unlisted),
  ].filter((note) => note !== null);
  const breakdown = isWhole(attendance)
    ? (attendance.counts?.breakdown ?? null)
    : null;
  return (
    <div className={styles.parts}>
      {/* Always there: screen readers hear of changes only in what was there before. */}
      <Text as="p" block role="status" className={styles.sentence}>
        {sentence}
      </Text>
      {breakdown !== null && <AttendanceChart breakdown={breakdown} />}
      {notes.map((note) => (
        <Caption1 key={note} className={styles.quiet}>
          {note}
        </Caption1>
      ))}
    </div>
  );
}

function numbersSentence(attendance: Attendance): string | null {
  const { counts, state, forLeads } = attendance;
  if (isWhole(attendance) && counts !== null) return cameSentence(counts);
  if (forLeads === null) return state === "read" ? tooFewSentence : null;
  return tickedSentence(counts?.breakdown?.inRoom ?? 0);
}
