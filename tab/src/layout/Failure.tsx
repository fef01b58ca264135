import type { ApiError } from "../api-client/api-error.ts";
import { Notice } from "./Notice.tsx";
import { PlainButton } from "./PlainButton.tsx";

/** Why something did not work, and a way to try again. */
export function Failure(props: {
  error: ApiError;
  onRetry?: () => void;
  retryLabel?: string;
}) {
  const { error, onRetry, retryLabel = "Try again" } = props;
  return (
    <Notice
      tone="error"
      role="alert"
      actions={
        onRetry && (
          <PlainButton size="small" onClick={onRetry}>
            {retryLabel}
          </PlainButton>
        )
      }
    >
      {error.message}
      {error.reference !== null && ` Reference: ${error.reference}`}
    </Notice>
  );
}
