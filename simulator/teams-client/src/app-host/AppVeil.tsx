import {
  Button,
  Spinner,
  Subtitle1,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { AppPhase } from "./answer-request.ts";

const useStyles = makeStyles({
  veil: {
    position: "absolute",
    inset: 0,
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    justifyContent: "center",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXXL,
    textAlign: "center",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  detail: { color: tokens.colorNeutralForeground3 },
});

/** Covers the frame until the app says that it is ready, or that it could not start. */
export function AppVeil(props: {
  phase: AppPhase;
  appName: string;
  onReload: () => void;
}) {
  const styles = useStyles();
  const { phase, appName } = props;
  if (phase.phase === "shown") return null;
  if (phase.phase === "loading")
    return (
      <div className={styles.veil}>
        <Spinner label={`Opening ${appName}`} labelPosition="below" />
      </div>
    );
  return (
    <div className={styles.veil} role="alert">
      <Subtitle1>There was a problem reaching this app</Subtitle1>
      {phase.message !== "" && <Text>{phase.message}</Text>}
      <Text size={200} className={styles.detail}>
        Reason: {phase.reason}
      </Text>
      <Button appearance="primary" onClick={props.onReload}>
        Try again
      </Button>
    </div>
  );
}
