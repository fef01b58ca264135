import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from "@fluentui/react-components";

/** Another lead stopped what this one was about to send: it is not lost. */
export function StoppedElsewhere(props: {
  onReopen: () => void;
  onClose: () => void;
}) {
  return (
    <MessageBar intent="info" layout="multiline" politeness="polite">
      <MessageBarBody>
        <span role="status">
          Your change was stopped before it went out. Nothing was sent.
        </span>
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={props.onReopen}>
          Open it in the form
        </Button>
        <Button size="small" onClick={props.onClose}>
          Clear away
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
