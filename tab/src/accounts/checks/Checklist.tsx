import {
  Text,
  makeStyles,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircleRegular } from "@fluentui/react-icons/svg/error-circle";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { AccountCheck } from "../../../../bot/contract/accounts.ts";
import { asSentence, checkName, checkStateWord } from "./check-words.ts";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    listStyleType: "none",
    margin: 0,
    padding: 0,
  },
  item: {
    display: "flex",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalS,
  },
  text: {
    display: "flex",
    flexDirection: "column",
    minWidth: 0,
    overflowWrap: "anywhere",
  },
  icon: { fontSize: "20px", flexShrink: 0 },
  ok: { color: tokens.colorStatusSuccessForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  problem: { color: tokens.colorStatusDangerForeground1 },
  unknown: { color: tokens.colorNeutralForeground3 },
});

const icons = {
  ok: CheckmarkCircleRegular,
  warning: WarningRegular,
  problem: ErrorCircleRegular,
  unknown: QuestionCircleRegular,
};

/** What was checked, each with its state and, where something is to be done, the cure. */
export function Checklist(props: { checks: AccountCheck[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label="What was checked">
      {props.checks.map((check) => (
        <Line key={check.name} check={check} />
      ))}
    </ul>
  );
}

function Line({ check }: { check: AccountCheck }) {
  const styles = useStyles();
  return (
    <li className={styles.item}>
      <StateIcon state={check.state} />
      <div className={styles.text}>
        <Text>
          <strong>{checkName(check)}.</strong> {asSentence(check.sentence)}
        </Text>
        {check.cure !== null && <Text>{check.cure}</Text>}
      </div>
    </li>
  );
}

/** The sign of a state; its name is read out, for it is not colour alone. */
export function StateIcon({ state }: Pick<AccountCheck, "state">) {
  const styles = useStyles();
  const Icon = icons[state];
  return (
    <Icon
      className={mergeClasses(styles.icon, styles[state])}
      title={checkStateWord({ state })}
    />
  );
}
