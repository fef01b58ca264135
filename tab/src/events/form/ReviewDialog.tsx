import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Spinner,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type {
  MailPreview,
  PreviewNames,
} from "../../../../bot/contract/mail-preview.ts";
import { asApiError, type ApiError } from "../../api-client/api-error.ts";
import { useLoaded } from "../../api-client/use-loaded.ts";
import { Failure } from "../../layout/Failure.tsx";
import { useFocusBack } from "../../layout/use-focus-back.ts";
import { sendLabel } from "../mail-words.ts";
import { MailPreviewText } from "../MailPreviewText.tsx";
import { ChangedFields } from "./ChangedFields.tsx";
import type { ChangedField } from "./changed-fields.ts";

const useStyles = makeStyles({
  content: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalL,
  },
  progress: { ":empty": { display: "none" } },
});

/** The last look before mails go out: who gets which mail and why. */
export function ReviewDialog(props: {
  title: string;
  /** The event in one line: what and when. */
  summary: string;
  /** What becomes something else; empty for a new event. */
  changed: ChangedField[];
  /** Where its card is posted, stays or goes; empty when there is nothing to say. */
  cards: string;
  /** The form is as the event is stored. */
  isUnchanged: boolean;
  loadPreview: (names: PreviewNames) => Promise<MailPreview>;
  send: () => Promise<void>;
  onClose: () => void;
  /** Somebody else changed the event meanwhile. */
  onOutdated: () => void;
}) {
  useFocusBack();
  const styles = useStyles();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const { loaded, reload, replace } = useLoaded("preview", () =>
    props.loadPreview("few"),
  );
  const sends =
    !props.isUnchanged || (loaded.state === "ready" && doesMore(loaded.value));
  const isNothing = loaded.state === "ready" && !sends;

  async function send(): Promise<void> {
    setSending(true);
    setFailure(null);
    try {
      await props.send();
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
          <DialogTitle>
            {isNothing ? "Nothing to send" : props.title}
          </DialogTitle>
          <DialogContent className={styles.content}>
            <span dir="auto">{props.summary}</span>
            {props.changed.length > 0 && <ChangedFields {...props} />}
            <div role="status" className={styles.progress}>
              {loaded.state === "loading" && (
                <Spinner size="tiny" label="Counting who will be mailed" />
              )}
              {isNothing && "Nothing has changed."}
            </div>
            {loaded.state === "failed" && (
              <Failure error={loaded.error} onRetry={reload} />
            )}
            {loaded.state === "ready" && sends && (
              <MailPreviewText
                preview={loaded.value}
                onNameAll={async () => replace(await props.loadPreview("all"))}
              />
            )}
            {sends && props.cards !== "" && (
              <span dir="auto">{props.cards}</span>
            )}
            {failure && (
              <Failure
                error={failure}
                {...(failure.status === 412
                  ? { onRetry: props.onOutdated, retryLabel: "Load the newest" }
                  : {})}
              />
            )}
          </DialogContent>
          <DialogActions fluid>
            {sends && (
              <Button
                appearance="primary"
                disabled={loaded.state !== "ready"}
                disabledFocusable={sending}
                onClick={() => void send()}
              >
                {loaded.state === "ready" ? sendLabel(loaded.value) : "Send"}
              </Button>
            )}
            <Button disabled={sending} onClick={props.onClose}>
              Back to the form
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** Whether sending a form that is as the event is stored does something all the same: to people who joined, say. */
function doesMore({ mails, changes, replaces }: MailPreview): boolean {
  return mails.length > 0 || changes.length > 0 || replaces !== undefined;
}
