import { Button, Spinner } from "@fluentui/react-components";
import { useState } from "react";
import type { EventDetail } from "../../../../../bot/contract/events.ts";
import type { PreviewNames } from "../../../../../bot/contract/mail-preview.ts";
import type { OutlookChoice } from "../../../../../bot/contract/outlook-change.ts";
import { useApi } from "../../../api-client/api.ts";
import type { ApiError } from "../../../api-client/api-error.ts";
import { createRepeatKey } from "../../../api-client/repeat-key.ts";
import { useLoaded } from "../../../api-client/use-loaded.ts";
import { useSending } from "../../../api-client/use-sending.ts";
import { Failure } from "../../../layout/Failure.tsx";
import { QuestionDialog } from "../../../layout/QuestionDialog.tsx";
import { MailPreviewText } from "../../MailPreviewText.tsx";
import {
  choiceLabel,
  choiceQuestions,
  consequenceOf,
} from "./outlook-change-words.ts";
import { decideOutlookChange, previewChoice } from "./outlook-requests.ts";

/** Says who will be mailed and what comes of a choice before it is carried out. */
export function OutlookChoiceDialog(props: {
  event: EventDetail;
  choice: OutlookChoice;
  onClose: () => void;
  onDecided: (event: EventDetail) => void;
  /** Somebody decided, or changed the event, meanwhile. */
  onOutdated: () => void;
}) {
  const api = useApi();
  const { event, choice } = props;
  const { sending, failure, send } = useSending();
  const [keyFor] = useState(() => createRepeatKey(() => crypto.randomUUID()));
  const load = (names: PreviewNames) =>
    previewChoice(api, { id: event.id, choice, names });
  const { loaded, reload, replace } = useLoaded(`${event.id}/${choice}`, () =>
    load("few"),
  );
  const preview = loaded.state === "ready" ? loaded.value : null;
  const consequence = preview && consequenceOf(choice, preview, event);
  const isOutdated = (error: ApiError): boolean =>
    error.status === 412 || error.code === "nothingToDecide";

  async function decide(): Promise<void> {
    const { id, version } = event;
    const idempotencyKey = keyFor({ version, choice });
    props.onDecided(
      await decideOutlookChange(api, { id, version, choice, idempotencyKey }),
    );
  }

  return (
    <QuestionDialog
      title={choiceQuestions[choice]}
      isBusy={sending}
      onClose={props.onClose}
      closeLabel="Decide later"
      actions={
        <Button
          appearance="primary"
          disabled={preview === null}
          disabledFocusable={sending}
          onClick={() => send(decide)}
        >
          {choiceLabel(choice, preview)}
        </Button>
      }
    >
      {loaded.state === "loading" && (
        <Spinner size="tiny" label="Counting who will be mailed" />
      )}
      {loaded.state === "failed" && (
        <Failure
          error={loaded.error}
          {...(isOutdated(loaded.error)
            ? { onRetry: props.onOutdated, retryLabel: "Show the newest" }
            : { onRetry: reload })}
        />
      )}
      {preview && (
        <MailPreviewText
          preview={preview}
          onNameAll={async () => replace(await load("all"))}
        />
      )}
      {consequence && <span>{consequence}</span>}
      {failure && (
        <Failure
          error={failure}
          {...(isOutdated(failure)
            ? { onRetry: props.onOutdated, retryLabel: "Show the newest" }
            : {})}
        />
      )}
    </QuestionDialog>
  );
}
