import {
  Caption2,
  Text,
  makeStyles,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import { useWorld } from "../api/world.tsx";
import { PersonSwitcher } from "./PersonSwitcher.tsx";
import { ThemeSwitch } from "./ThemeSwitch.tsx";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    minHeight: "52px",
    padding: `0 ${tokens.spacingHorizontalL}`,
    "@media (max-width: 640px)": {
      padding: `0 ${tokens.spacingHorizontalS}`,
      gap: 0,
    },
  },
  names: {
    display: "flex",
    flexDirection: "column",
    flexGrow: 1,
    minWidth: 0,
  },
  label: { color: tokens.colorNeutralForeground3 },
  oneLine: {
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
});

export function TopBar() {
  const styles = useStyles();
  const { tenant } = useWorld();
  return (
    <header className={styles.bar}>
      <div className={styles.names}>
        <Text weight="semibold" className={styles.oneLine}>
          {tenant.name}
        </Text>
        <Caption2 className={mergeClasses(styles.label, styles.oneLine)}>
          Simulated Microsoft 365
        </Caption2>
      </div>
      <PersonSwitcher />
      <ThemeSwitch />
    </header>
  );
}
