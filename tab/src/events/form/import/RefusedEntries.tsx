import {
  Caption1,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { reasonOf } from "./dry-run-words.ts";
import type { Gathered } from "./gather-addresses.ts";

const useStyles = makeStyles({
  row: { width: "64px" },
  cell: { paddingBlock: tokens.spacingVerticalXS, overflowWrap: "anywhere" },
  reason: { display: "block", color: tokens.colorNeutralForeground2 },
});

/** What stands in a list and is no address, by row. */
export function RefusedEntries({ refused }: Pick<Gathered, "refused">) {
  const styles = useStyles();
  const more = refused.count - refused.first.length;
  return (
    <div>
      <Table size="small" aria-label="No e-mail addresses">
        <TableHeader>
          <TableRow>
            <TableHeaderCell className={styles.row}>Row</TableHeaderCell>
            <TableHeaderCell>Left out</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {refused.first.map(({ row, text, refusal }, index) => (
            // One row can have several of one text.
            <TableRow key={`${index} ${row}`}>
              <TableCell className={styles.row}>
                {row.toLocaleString("en")}
              </TableCell>
              <TableCell className={styles.cell}>
                <bdi>{text}</bdi>
                <Caption1 className={styles.reason}>
                  {reasonOf(refusal)}
                </Caption1>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {more > 0 && (
        <Caption1>{`And ${more.toLocaleString("en")} more.`}</Caption1>
      )}
    </div>
  );
}
