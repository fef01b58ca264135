import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { CircleRegular } from "@fluentui/react-icons/svg/circle";
import { ErrorCircleRegular } from "@fluentui/react-icons/svg/error-circle";
import type { ServiceAccountView } from "../../../bot/contract/accounts.ts";
import { accountChecklist, type CheckItem } from "./account-words.ts";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    listStyleType: "none",
    margin: 0,
    padding: 0,
  },
  item: {
    display: "flex",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalS,
  },
  icon: { fontSize: "20px", flexShrink: 0 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  problem: { color: tokens.colorStatusDangerForeground1 },
  open: { color: tokens.colorNeutralForeground3 },
});

const signs = {
  done: { Icon: CheckmarkCircleRegular, title: "Done", style: "done" },
  problem: { Icon: ErrorCircleRegular, title: "Problem", style: "problem" },
  open: { Icon: CircleRegular, title: "To do", style: "open" },
  unknown: { Icon: CircleRegular, title: "Not known yet", style: "open" },
} as const;

/** What has to be in place for invitations, each with its state. */
export function Checklist({ view }: { view: ServiceAccountView }) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label="What invitations need">
      {accountChecklist(view).map((item) => (
        <Line key={item.text} item={item} />
      ))}
    </ul>
  );
}

function Line({ item }: { item: CheckItem }) {
  const styles = useStyles();
  const { Icon, title, style } = signs[item.state];
  return (
    <li className={styles.item}>
      <Icon
        className={mergeClasses(styles.icon, styles[style])}
        title={title}
      />
      <span>{item.text}</span>
    </li>
  );
}
