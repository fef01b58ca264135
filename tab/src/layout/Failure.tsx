import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from "@fluentui/react-components";
import type { ApiError } from "../api-client/api-error.ts";

/** Why something did not work, and a way to try again. */
export function Failure(props: {
  error: ApiError;
  onRetry?: () => void;
  retryLabel?: string;
}) {
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        {props.error.message}
        {props.error.reference !== null &&
          ` Reference: ${props.error.reference}`}
      </MessageBarBody>
      {props.onRetry && (
        <MessageBarActions>
          <Button size="small" onClick={props.onRetry}>
            {props.retryLabel ?? "Try again"}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
