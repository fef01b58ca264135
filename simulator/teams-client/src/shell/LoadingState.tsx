import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Spinner,
  makeStyles,
  tokens,
} from "@fluentui/react-components";

const useStyles = makeStyles({
  middle: {
    display: "grid",
    placeItems: "center",
    minHeight: "12rem",
    height: "100%",
  },
  failed: { padding: tokens.spacingHorizontalL },
});

export function Loading({ label }: { label: string }) {
  const styles = useStyles();
  return (
    <div className={styles.middle}>
      <Spinner label={label} labelPosition="below" />
    </div>
  );
}

export function Failed(props: { message: string; onRetry?: () => void }) {
  const styles = useStyles();
  return (
    <div className={styles.failed} role="alert">
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>{props.message}</MessageBarBody>
        {props.onRetry && (
          <MessageBarActions>
            <Button onClick={props.onRetry}>Try again</Button>
          </MessageBarActions>
        )}
      </MessageBar>
    </div>
  );
}
