import { Caption1, makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  note: {
    maxWidth: "480px",
    marginTop: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderLeft: `${tokens.strokeWidthThickest} solid ${tokens.colorStatusWarningBorder2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    overflowWrap: "anywhere",
  },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

/** For whoever makes cards: what the official parser finds fault with. Teams itself says nothing. */
export function CardWarnings({ warnings }: { warnings: readonly string[] }) {
  const styles = useStyles();
  if (warnings.length === 0) return null;
  return (
    <div role="note" className={styles.note} data-testid="card-warnings">
      <Caption1 block>This card has warnings:</Caption1>
      <ul className={styles.list}>
        {warnings.map((warning) => (
          <li key={warning}>
            <Caption1>{warning}</Caption1>
          </li>
        ))}
      </ul>
    </div>
  );
}
