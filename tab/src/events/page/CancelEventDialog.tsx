import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Spinner,
  Textarea,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { cancelEventSchema } from "../../../../bot/contract/event-content.ts";
import { type EventDetail } from "../../../../bot/contract/events.ts";
import type { PreviewNames } from "../../../../bot/contract/mail-preview.ts";
import { useApi } from "../../api-client/api.ts";
import { asApiError, type ApiError } from "../../api-client/api-error.ts";
import { createRepeatKey } from "../../api-client/repeat-key.ts";
import { useLoaded } from "../../api-client/use-loaded.ts";
import { Failure } from "../../layout/Failure.tsx";
import { useFocusBack } from "../../layout/use-focus-back.ts";
import { cancelEvent, previewCancel } from "../event-requests.ts";
import { cancelLabel } from "../mail-words.ts";
import { MailPreviewText } from "../MailPreviewText.tsx";

const useStyles = makeStyles({
  content: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalL,
  },
});

/** Asks before an event is cancelled, says who will be mailed, and takes the words that go along. */
export function CancelEventDialog(props: {
  event: EventDetail;
  /** What the lead wrote before a cancellation that was stopped. */
  firstMessage: string;
  onClose: () => void;
  /** Null: it was new and not sent yet, and so was taken back. */
  onCancelled: (event: EventDetail | null) => void;
  /** Somebody else changed the event meanwhile. */
  onOutdated: () => void;
}) {
  useFocusBack();
  const styles = useStyles();
  const api = useApi();
  const { event } = props;
  const [message, setMessage] = useState(props.firstMessage);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [keyFor] = useState(() => createRepeatKey(() => crypto.randomUUID()));
  const load = (names: PreviewNames) =>
    previewCancel(api, { id: event.id, body: { message: "" }, names });
  const { loaded, reload, replace } = useLoaded(event.id, () => load("few"));
  const checked = cancelEventSchema.safeParse({ message });
  const tooLong = checked.error?.issues[0]?.message;

  async function send(): Promise<void> {
    if (!checked.success) return;
    setSending(true);
    setFailure(null);
    try {
      const { id, version } = event;
      const body = checked.data;
      const idempotencyKey = keyFor({ version, body });
      const cancel = { id, version, body, idempotencyKey };
      props.onCancelled(await cancelEvent(api, cancel));
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
          <DialogTitle>Cancel this event?</DialogTitle>
          <DialogContent className={styles.content}>
            {loaded.state === "loading" && (
              <Spinner size="tiny" label="Counting who will be mailed" />
            )}
            {loaded.state === "failed" && (
              <Failure error={loaded.error} onRetry={reload} />
            )}
            {loaded.state === "ready" && (
              <MailPreviewText
                preview={loaded.value}
                onNameAll={async () => replace(await load("all"))}
              />
            )}
            <Field
              label="Message"
              hint="Optional. It goes out with the cancellation."
              {...(tooLong === undefined ? {} : { validationMessage: tooLong })}
            >
              <Textarea
                value={message}
                dir="auto"
                resize="vertical"
                onChange={(_, { value }) => setMessage(value)}
              />
            </Field>
            {failure && (
              <Failure
                error={failure}
                {...(failure.status === 412
                  ? { onRetry: props.onOutdated, retryLabel: "Show the newest" }
                  : {})}
              />
            )}
          </DialogContent>
          <DialogActions fluid>
            <Button
              appearance="primary"
              disabled={loaded.state !== "ready" || !checked.success}
              disabledFocusable={sending}
              onClick={() => void send()}
            >
              {loaded.state === "ready"
                ? cancelLabel(loaded.value)
                : "Cancel event and send cancellations"}
            </Button>
            <Button disabled={sending} onClick={props.onClose}>
              Keep event
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
