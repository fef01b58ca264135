import { Button, MessageBarActions } from "@fluentui/react-components";
import { useState } from "react";
import type { EventDetail } from "../../../../bot/contract/events.ts";
import { useApi } from "../../api-client/api.ts";
import { asApiError } from "../../api-client/api-error.ts";
import { retryPublication } from "../event-requests.ts";

/** With this a lead lets Outlook be asked again after the product has given up. */
export function RetryPublication(props: {
  event: EventDetail;
  onRetried: (event: EventDetail) => void;
}) {
  const api = useApi();
  const [asking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function retry(): Promise<void> {
    if (asking) return;
    setAsking(true);
    setRefusal(null);
    try {
      props.onRetried(await retryPublication(api, props.event));
    } catch (error) {
      setRefusal(asApiError(error).message);
    }
    setAsking(false);
  }

  return (
    <MessageBarActions>
      {refusal !== null && <span role="alert">{refusal}</span>}
      <Button
        size="small"
        disabledFocusable={asking}
        onClick={() => void retry()}
      >
        Try again
      </Button>
    </MessageBarActions>
  );
}
