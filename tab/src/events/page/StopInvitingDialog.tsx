import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { EventDetail } from "../../../../bot/contract/events.ts";
import { useApi } from "../../api-client/api.ts";
import { createRepeatKey } from "../../api-client/repeat-key.ts";
import { useSending } from "../../api-client/use-sending.ts";
import { peopleCount } from "../../groups/group-choice.ts";
import { Failure } from "../../layout/Failure.tsx";
import { QuestionDialog } from "../../layout/QuestionDialog.tsx";
import { stopInviting } from "../event-requests.ts";

/** Asks before those who have no invitation yet are left out. */
export function StopInvitingDialog(props: {
  event: EventDetail;
  onClose: () => void;
  onStopped: (event: EventDetail) => void;
}) {
  const api = useApi();
  const { event } = props;
  const { invited, total } = event.progress;
  const { sending, failure, send } = useSending();
  const [keyFor] = useState(() => createRepeatKey(() => crypto.randomUUID()));

  async function stop(): Promise<void> {
    const { id, version } = event;
    const idempotencyKey = keyFor({ version });
    props.onStopped(await stopInviting(api, { id, version, idempotencyKey }));
  }

  return (
    <QuestionDialog
      title="Stop inviting?"
      isBusy={sending}
      onClose={props.onClose}
      closeLabel="Go on inviting"
      actions={
        <Button
          appearance="primary"
          disabledFocusable={sending}
          onClick={() => send(stop)}
        >
          Stop inviting
        </Button>
      }
    >
      <span>
        {peopleCount(invited)} {invited === 1 ? "keeps" : "keep"} the
        invitation. {peopleCount(total - invited)}{" "}
        {total - invited === 1 ? "gets" : "get"} none, apart from those who have
        answered already. From then on the event invites the people who have it,
        by name; you can add others again by editing.
      </span>
      {failure && <Failure error={failure} />}
    </QuestionDialog>
  );
}
