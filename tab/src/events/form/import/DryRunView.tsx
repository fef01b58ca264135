import {
  Field,
  MessageBar,
  MessageBarBody,
  Select,
  Table,
  TableBody,
  TableCell,
  TableRow,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { DryRun } from "./dry-run.ts";
import { countsOf, notesOf, summaryOf } from "./dry-run-words.ts";
import type { Layout } from "./find-column.ts";
import { RefusedEntries } from "./RefusedEntries.tsx";
import type { ColumnChoice, ListStep } from "./use-people-list.ts";

const useStyles = makeStyles({
  count: { width: "96px", textAlign: "right", whiteSpace: "nowrap" },
  note: { overflowWrap: "anywhere", color: tokens.colorNeutralForeground2 },
});

/** What a list would add, before it does. */
export function DryRunView({
  source,
  run,
  layout,
  column,
  onColumn,
}: Extract<ListStep, { step: "dryRun" }> & {
  onColumn: (column: ColumnChoice) => void;
}) {
  const styles = useStyles();
  const summary = summaryOf(run);
  return (
    <>
      {run.fits ? (
        <Text role="status" weight="semibold">
          {summary}
        </Text>
      ) : (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{summary}</MessageBarBody>
        </MessageBar>
      )}
      <Counts run={run} name={source.name} />
      {layout.columns.length > 1 && (
        <ColumnField layout={layout} column={column} onColumn={onColumn} />
      )}
      {notesOf(run, { encoding: source.encoding, layout }).map((note) => (
        <Text key={note} className={styles.note}>
          {note}
        </Text>
      ))}
      {run.refused.count > 0 && <RefusedEntries refused={run.refused} />}
    </>
  );
}

function Counts({ run, name }: { run: DryRun; name: string | null }) {
  const styles = useStyles();
  return (
    <Table
      size="extra-small"
      aria-label={`What ${name ?? "the pasted list"} would add`}
    >
      <TableBody>
        {countsOf(run).map(({ label, count }) => (
          <TableRow key={label}>
            <TableCell>{label}</TableCell>
            <TableCell className={styles.count}>
              {count.toLocaleString("en")}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function ColumnField(props: {
  layout: Layout;
  column: ColumnChoice;
  onColumn: (column: ColumnChoice) => void;
}) {
  return (
    <Field label="Column with the addresses">
      <Select
        value={String(props.column)}
        onChange={(_, { value }) =>
          props.onColumn(value === "every" ? value : Number(value))
        }
      >
        {props.layout.columns.map(({ index, name }) => (
          <option key={index} value={index}>
            {name}
          </option>
        ))}
        <option value="every">Every column</option>
      </Select>
    </Field>
  );
}
