import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { shareOf } from "./bar-shares.ts";

const useStyles = makeStyles({
  table: {
    width: "100%",
    maxWidth: "640px",
    borderCollapse: "collapse",
    textAlign: "left",
  },
  head: {
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    paddingBottom: tokens.spacingVerticalXS,
    verticalAlign: "bottom",
    textAlign: "left",
  },
  counted: {
    textAlign: "right",
    paddingInlineStart: tokens.spacingHorizontalM,
    whiteSpace: "nowrap",
    "@media (max-width: 480px)": {
      whiteSpace: "normal",
      paddingInlineStart: tokens.spacingHorizontalS,
    },
  },
  key: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    "@media (max-width: 480px)": {
      flexDirection: "column",
      alignItems: "flex-end",
    },
  },
  swatch: {
    display: "inline-block",
    width: "12px",
    height: "12px",
    flexShrink: 0,
  },
  row: {
    paddingBlock: tokens.spacingVerticalXS,
    fontWeight: tokens.fontWeightRegular,
    textAlign: "left",
    width: "100%",
    overflowWrap: "anywhere",
  },
  // As wide as the longest month: a word is broken only where it is longer.
  label: {
    display: "block",
    minWidth: "9ch",
    marginBottom: tokens.spacingVerticalXXS,
  },
  bar: { display: "flex", height: "14px", gap: "2px" },
  part: {
    minWidth: "3px",
    borderRadius: tokens.borderRadiusSmall,
    boxSizing: "border-box",
    // The patterns are the meaning here; a forced palette would take them away.
    forcedColorAdjust: "none",
  },
  filled: { backgroundColor: tokens.colorCompoundBrandBackground },
  hatched: {
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    backgroundImage: `repeating-linear-gradient(135deg, ${tokens.colorNeutralStrokeAccessible} 0 1px, transparent 1px 5px)`,
  },
  dotted: {
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    backgroundImage: `radial-gradient(${tokens.colorNeutralStrokeAccessible} 1px, transparent 1.5px)`,
    backgroundSize: "5px 5px",
  },
  empty: { border: `1px solid ${tokens.colorNeutralStrokeAccessible}` },
  count: {
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
    verticalAlign: "bottom",
    paddingBlock: tokens.spacingVerticalXS,
  },
});

/** A column of numbers; with a pattern it is also a part of each row's bar. */
export interface BarColumn {
  label: string;
  pattern?: "filled" | "hatched" | "dotted" | "empty";
}

interface BarRow {
  key: string;
  label: string;
  /** One for each column. */
  values: number[];
}

/**
 * Bars beside their numbers. It is a table, so that whoever hears it gets the same as who sees it; patterns tell the parts
 * of a bar apart without colours.
 */
export function BarTable(props: {
  label: string;
  /** Over the rows' labels. */
  rowHead: string;
  columns: readonly BarColumn[];
  rows: readonly BarRow[];
}) {
  const styles = useStyles();
  const { columns, rows } = props;
  return (
    <table className={styles.table} aria-label={props.label}>
      <thead>
        <tr>
          <th scope="col" className={styles.head}>
            {props.rowHead}
          </th>
          {columns.map(({ label, pattern }) => (
            <th
              key={label}
              scope="col"
              className={mergeClasses(styles.head, styles.counted)}
            >
              <span className={styles.key}>
                {pattern && (
                  <span
                    aria-hidden="true"
                    className={mergeClasses(
                      styles.part,
                      styles.swatch,
                      styles[pattern],
                    )}
                  />
                )}
                {label}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, values }) => (
          <tr key={key}>
            <th scope="row" className={styles.row}>
              <span className={styles.label} dir="auto">
                {label}
              </span>
              <span className={styles.bar} aria-hidden="true">
                {columns.map(
                  ({ label: name, pattern }, index) =>
                    pattern &&
                    (values[index] ?? 0) > 0 && (
                      <span
                        key={name}
                        className={mergeClasses(styles.part, styles[pattern])}
                        style={{
                          width: `${shareOf({ columns, rows }, values[index] ?? 0) * 100}%`,
                        }}
                      />
                    ),
                )}
              </span>
            </th>
            {values.map((value, index) => (
              <td
                key={columns[index]?.label ?? index}
                className={mergeClasses(styles.count, styles.counted)}
              >
                {value.toLocaleString("en")}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
