import { Button, MessageBarActions } from "@fluentui/react-components";
import { useState } from "react";
import type { EventDetail } from "../../../../bot/contract/events.ts";
import { useApi } from "../../api-client/api.ts";
import { asApiError } from "../../api-client/api-error.ts";
import { changeSending } from "../event-requests.ts";
import { StopInvitingDialog } from "./StopInvitingDialog.tsx";

/** With these a lead pauses, resumes and stops what takes longer than a moment to send. */
export function SendingActions(props: {
  event: EventDetail;
  onChanged: (event: EventDetail) => void;
}) {
  const api = useApi();
  const { event } = props;
  const { progress } = event;
  const [asking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [stopping, setStopping] = useState(false);
  const isPaused = progress.waitingFor === "resume";
  const left = progress.total - progress.invited;
  // A single invitation is out before anybody could press.
  if (!isPaused && progress.waitingFor === null && progress.waves === 1)
    return null;

  async function change(): Promise<void> {
    if (asking) return;
    setAsking(true);
    setRefusal(null);
    try {
      const step = isPaused ? "resume" : "pause";
      props.onChanged(await changeSending(api, { id: event.id, step }));
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
        onClick={() => void change()}
      >
        {isPaused ? "Resume" : "Pause"}
      </Button>
      {progress.invited > 0 && left > 0 && (
        <Button size="small" onClick={() => setStopping(true)}>
          Stop inviting
        </Button>
      )}
      {stopping && (
        <StopInvitingDialog
          event={event}
          onClose={() => setStopping(false)}
          onStopped={(stopped) => {
            setStopping(false);
            props.onChanged(stopped);
          }}
        />
      )}
    </MessageBarActions>
  );
}
