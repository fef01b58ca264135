import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { EventDetail } from "../../../../bot/contract/events.ts";
import { useApi } from "../../api-client/api.ts";
import { asApiError, type ApiError } from "../../api-client/api-error.ts";
import { createRepeatKey } from "../../api-client/repeat-key.ts";
import { peopleCount } from "../../groups/group-choice.ts";
import { Failure } from "../../layout/Failure.tsx";
import { useFocusBack } from "../../layout/use-focus-back.ts";
import { stopInviting } from "../event-requests.ts";

const useStyles = makeStyles({
  content: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalL,
  },
});

/** Asks before those who have no invitation yet are left out. */
export function StopInvitingDialog(props: {
  event: EventDetail;
  onClose: () => void;
  onStopped: (event: EventDetail) => void;
}) {
  useFocusBack();
  const styles = useStyles();
  const api = useApi();
  const { event } = props;
  const { invited, total } = event.progress;
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [keyFor] = useState(() => createRepeatKey(() => crypto.randomUUID()));

  async function stop(): Promise<void> {
    setSending(true);
    setFailure(null);
    try {
      const { id, version } = event;
      const idempotencyKey = keyFor({ version });
      props.onStopped(await stopInviting(api, { id, version, idempotencyKey }));
    } catch (error) {
      setSending(false);
      setFailure(asApiError(error));
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(_, { open }) => !open && !sending && props.onClose()}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Stop inviting?</DialogTitle>
          <DialogContent className={styles.content}>
            <span>
              {peopleCount(invited)} {invited === 1 ? "keeps" : "keep"} the
              invitation. {peopleCount(total - invited)}{" "}
              {total - invited === 1 ? "gets" : "get"} none, apart from those
              who have answered already. From then on the event invites the
              people who have it, by name; you can add others again by editing.
            </span>
            {failure && <Failure error={failure} />}
          </DialogContent>
          <DialogActions fluid>
            <Button
              appearance="primary"
              disabledFocusable={sending}
              onClick={() => void stop()}
            >
              Stop inviting
            </Button>
            <Button disabled={sending} onClick={props.onClose}>
              Go on inviting
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
