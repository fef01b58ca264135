import { Button, Field, Spinner, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { cancelEventSchema } from "../../../../bot/contract/event-content.ts";
import { type EventDetail } from "../../../../bot/contract/events.ts";
import type { PreviewNames } from "../../../../bot/contract/mail-preview.ts";
import { useApi } from "../../api-client/api.ts";
import { createRepeatKey } from "../../api-client/repeat-key.ts";
import { useLoaded } from "../../api-client/use-loaded.ts";
import { useSending } from "../../api-client/use-sending.ts";
import { Failure } from "../../layout/Failure.tsx";
import { QuestionDialog } from "../../layout/QuestionDialog.tsx";
import { cancelEvent, previewCancel } from "../event-requests.ts";
import { cancelLabel } from "../mail-words.ts";
import { MailPreviewText } from "../MailPreviewText.tsx";

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
  const api = useApi();
  const { event } = props;
  const [message, setMessage] = useState(props.firstMessage);
  const { sending, failure, send } = useSending();
  const [keyFor] = useState(() => createRepeatKey(() => crypto.randomUUID()));
  const load = (names: PreviewNames) =>
    previewCancel(api, { id: event.id, body: { message: "" }, names });
  const { loaded, reload, replace } = useLoaded(event.id, () => load("few"));
  const checked = cancelEventSchema.safeParse({ message });
  const tooLong = checked.error?.issues[0]?.message;

  async function cancel(): Promise<void> {
    if (!checked.success) return;
    const { id, version } = event;
    const body = checked.data;
    const idempotencyKey = keyFor({ version, body });
    props.onCancelled(
      await cancelEvent(api, { id, version, body, idempotencyKey }),
    );
  }

  return (
    <QuestionDialog
      title="Cancel this event?"
      isBusy={sending}
      onClose={props.onClose}
      closeLabel="Keep event"
      actions={
        <Button
          appearance="primary"
          disabled={loaded.state !== "ready" || !checked.success}
          disabledFocusable={sending}
          onClick={() => send(cancel)}
        >
          {loaded.state === "ready"
            ? cancelLabel(loaded.value)
            : "Cancel event and send cancellations"}
        </Button>
      }
    >
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
    </QuestionDialog>
  );
}
