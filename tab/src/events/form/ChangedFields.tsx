import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ChangedField } from "./changed-fields.ts";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    margin: 0,
  },
  label: { fontWeight: tokens.fontWeightSemibold },
  value: { margin: 0, overflowWrap: "anywhere" },
  before: { color: tokens.colorNeutralForeground2 },
});

/** What was, and what it becomes. */
export function ChangedFields({ changed }: { changed: ChangedField[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {changed.map(({ label, before, after }) => (
        <div key={label}>
          <dt className={styles.label}>{label}</dt>
          <dd className={mergeClasses(styles.value, styles.before)}>
            Before: <bdi>{before}</bdi>
          </dd>
          <dd className={styles.value}>
            Now: <bdi>{after}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
