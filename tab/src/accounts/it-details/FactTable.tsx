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
import type { ReactNode } from "react";

const narrow = "@media (max-width: 640px)";

const useStyles = makeStyles({
  cell: {
    alignItems: "flex-start",
    paddingBlock: tokens.spacingVerticalS,
    overflowWrap: "anywhere",
    [narrow]: {
      flexBasis: "auto",
      height: "auto",
      paddingBlock: tokens.spacingVerticalXXS,
    },
  },
  row: {
    height: "auto",
    [narrow]: {
      flexDirection: "column",
      alignItems: "stretch",
      paddingBlock: tokens.spacingVerticalS,
    },
  },
  // Beside each other there is no room for columns: each fact then names itself.
  head: { [narrow]: { display: "none" } },
  label: {
    display: "none",
    color: tokens.colorNeutralForeground2,
    [narrow]: { display: "block" },
  },
});

/** A table that becomes a list of facts in a narrow window. */
export function FactTable(props: {
  label: string;
  columns: string[];
  /** How much room each column gets, relative to the others. */
  room: number[];
  rows: { key: string; cells: ReactNode[] }[];
}) {
  const styles = useStyles();
  const { columns, room } = props;
  return (
    <Table noNativeElements aria-label={props.label} size="small">
      <TableHeader className={styles.head}>
        <TableRow>
          {columns.map((column, index) => (
            <TableHeaderCell key={column} style={{ flexGrow: room[index] }}>
              {column}
            </TableHeaderCell>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {props.rows.map(({ key, cells }) => (
          <TableRow key={key} className={styles.row}>
            {cells.map((cell, index) => (
              <TableCell
                key={columns[index]}
                className={styles.cell}
                style={{ flexGrow: room[index] }}
              >
                <div>
                  <Caption1 className={styles.label}>{columns[index]}</Caption1>
                  {cell}
                </div>
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
