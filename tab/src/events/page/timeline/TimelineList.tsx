import {
  Badge,
  Caption1,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { TimelineEntry } from "../../../../../bot/contract/timeline.ts";
import { useReader } from "../../../teams/reader.ts";
import { shortMoment } from "../../../time/when-sentence.ts";
import { answerSentence, timeAgo } from "./timeline-words.ts";
import { useNow } from "../../../time/use-now.ts";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    listStyleType: "none",
    margin: 0,
    padding: 0,
  },
  entry: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    paddingBottom: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ":last-child": { borderBottomStyle: "none", paddingBottom: 0 },
  },
  words: { flex: "1 1 220px", minWidth: 0, overflowWrap: "anywhere" },
  void: { color: tokens.colorNeutralForeground2 },
  time: { color: tokens.colorNeutralForeground2 },
});

/** Answers, the newest first. */
export function TimelineList({ answers }: { answers: TimelineEntry[] }) {
  const styles = useStyles();
  const now = useNow();
  if (answers.length === 0) return null;
  return (
    <ul className={styles.list}>
      {answers.map((entry) => (
        <li key={entry.id} className={styles.entry}>
          <EntryLine entry={entry} now={now} />
        </li>
      ))}
    </ul>
  );
}

function EntryLine({ entry, now }: { entry: TimelineEntry; now: Date }) {
  const styles = useStyles();
  const reader = useReader();
  return (
    <>
      <div className={styles.words}>
        <Text block weight="semibold" dir="auto">
          {entry.displayName}
        </Text>
        <Text
          block
          className={entry.isVoid || entry.isTakenBack ? styles.void : ""}
        >
          {answerSentence(entry)}
        </Text>
      </div>
      {entry.isVoid && (
        <Badge appearance="outline" color="informative">
          For an earlier time
        </Badge>
      )}
      {entry.isTakenBack && (
        <Badge appearance="outline" color="informative">
          Taken back
        </Badge>
      )}
      <Caption1 className={styles.time}>
        <time dateTime={entry.answeredAt}>
          {timeAgo(entry.answeredAt, now, reader.locale)} ·{" "}
          {shortMoment(entry.answeredAt, reader)}
        </time>
      </Caption1>
    </>
  );
}
