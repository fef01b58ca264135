import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { AttendanceBreakdown } from "../../../../../bot/contract/attendance.ts";
import { attendanceBars } from "./attendance-words.ts";

const useStyles = makeStyles({
  table: {
    width: "100%",
    maxWidth: "640px",
    borderCollapse: "collapse",
    textAlign: "start",
  },
  head: {
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    paddingBottom: tokens.spacingVerticalXS,
    verticalAlign: "bottom",
    textAlign: "start",
  },
  counted: {
    textAlign: "end",
    paddingInlineStart: tokens.spacingHorizontalM,
    whiteSpace: "nowrap",
    "@media (max-width: 480px)": { whiteSpace: "normal", minWidth: "64px" },
  },
  key: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
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
    textAlign: "start",
    width: "100%",
  },
  label: { display: "block", marginBottom: tokens.spacingVerticalXXS },
  bar: { display: "flex", height: "14px", gap: "2px" },
  part: {
    minWidth: "3px",
    borderRadius: tokens.borderRadiusSmall,
    boxSizing: "border-box",
    // The patterns are the meaning here; a forced palette would take them away.
    forcedColorAdjust: "none",
  },
  came: { backgroundColor: tokens.colorCompoundBrandBackground },
  didNotCome: {
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    backgroundImage: `repeating-linear-gradient(135deg, ${tokens.colorNeutralStrokeAccessible} 0 1px, transparent 1px 5px)`,
  },
  count: {
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
    verticalAlign: "bottom",
    paddingBlock: tokens.spacingVerticalXS,
  },
});

/**
 * Who came, by what they had answered: bars beside their numbers. It is a table, so that whoever hears it gets the same
 * as who sees it; filled and hatched tell the parts of a bar apart without colours.
 */
export function AttendanceChart(props: { breakdown: AttendanceBreakdown }) {
  const styles = useStyles();
  const bars = attendanceBars(props.breakdown);
  if (bars.length === 0) return null;
  return (
    <table className={styles.table} aria-label="Who came, by answer">
      <thead>
        <tr>
          <th scope="col" className={styles.head}>
            Answer
          </th>
          <HeadOf label="Came" pattern={styles.came} />
          <HeadOf label="Did not come" pattern={styles.didNotCome} />
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.answer}>
            <th scope="row" className={styles.row}>
              <span className={styles.label}>{bar.label}</span>
              <span className={styles.bar} aria-hidden="true">
                <BarPart share={bar.cameShare} pattern={styles.came} />
                <BarPart
                  share={bar.didNotComeShare}
                  pattern={styles.didNotCome}
                />
              </span>
            </th>
            <td className={mergeClasses(styles.count, styles.counted)}>
              {bar.came.toLocaleString("en")}
            </td>
            <td className={mergeClasses(styles.count, styles.counted)}>
              {bar.didNotCome.toLocaleString("en")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HeadOf(props: { label: string; pattern: string }) {
  const styles = useStyles();
  return (
    <th scope="col" className={mergeClasses(styles.head, styles.counted)}>
      <span className={styles.key}>
        <span
          aria-hidden="true"
          className={mergeClasses(styles.part, styles.swatch, props.pattern)}
        />
        {props.label}
      </span>
    </th>
  );
}

function BarPart(props: { share: number; pattern: string }) {
  const styles = useStyles();
  if (props.share === 0) return null;
  return (
    <span
      className={mergeClasses(styles.part, props.pattern)}
      style={{ width: `${props.share * 100}%` }}
    />
  );
}
