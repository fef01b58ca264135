import { Caption1, Text, makeStyles, tokens } from "@fluentui/react-components";
import type { HistoryEntry } from "../../../../../bot/contract/event-history.ts";
import { useReader } from "../../../teams/reader.ts";
import { shortMoment } from "../../../time/when-sentence.ts";
import { changeLine, entrySentence, type ChangeLine } from "./history-words.ts";

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
    paddingBottom: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
    ":last-child": { borderBottomStyle: "none", paddingBottom: 0 },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  changes: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  text: { margin: 0, whiteSpace: "pre-wrap" },
});

/** What happened, the newest first. */
export function HistoryList({ entries }: { entries: HistoryEntry[] }) {
  const styles = useStyles();
  const reader = useReader();
  if (entries.length === 0) return null;
  return (
    <ol className={styles.list} reversed>
      {entries.map((entry) => (
        <li key={entry.id} className={styles.entry}>
          <Text block dir="auto">
            {entrySentence(entry)}
          </Text>
          <Changes
            lines={entry.changes
              .map((change) => changeLine(change, reader))
              .filter((line) => line !== null)}
          />
          <Caption1 className={styles.quiet}>
            <time dateTime={entry.at}>{shortMoment(entry.at, reader)}</time>
          </Caption1>
        </li>
      ))}
    </ol>
  );
}

function Changes({ lines }: { lines: ChangeLine[] }) {
  const styles = useStyles();
  if (lines.length === 0) return null;
  return (
    <ul className={styles.changes}>
      {lines.map((line) => (
        <li key={line.label} dir="auto">
          <Change line={line} />
        </li>
      ))}
    </ul>
  );
}

function Change({ line }: { line: ChangeLine }) {
  const styles = useStyles();
  const { label, from, to } = line;
  if (from === undefined) return `${label}: ${to}`;
  if (!line.isLong) return `${label}: from “${from}” to “${to}”`;
  return (
    <details>
      <summary>{label}</summary>
      <Text block weight="semibold">
        Before
      </Text>
      <p className={styles.text}>{from}</p>
      <Text block weight="semibold">
        After
      </Text>
      <p className={styles.text}>{to}</p>
    </details>
  );
}
