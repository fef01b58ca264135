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
import type { MailPreview } from "../../../../bot/contract/events.ts";
import { asApiError, type ApiError } from "../../api-client/api-error.ts";
import { useLoaded } from "../../api-client/use-loaded.ts";
import { Failure } from "../../layout/Failure.tsx";
import { useFocusBack } from "../../layout/use-focus-back.ts";
import { sendLabel } from "../mail-words.ts";
import { MailPreviewText } from "../MailPreviewText.tsx";

const useStyles = makeStyles({
  content: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalL,
  },
});

/** The last look before mails go out: who gets which mail and why. */
export function ReviewDialog(props: {
  title: string;
  /** The event in one line: what and when. */
  summary: string;
  /** Where its card is posted, stays or goes; empty when there is nothing to say. */
  cards: string;
  loadPreview: () => Promise<MailPreview>;
  send: () => Promise<void>;
  onClose: () => void;
  /** Somebody else changed the event meanwhile. */
  onOutdated: () => void;
}) {
  useFocusBack();
  const styles = useStyles();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const { loaded, reload } = useLoaded("preview", props.loadPreview);

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
          <DialogTitle>{props.title}</DialogTitle>
          <DialogContent className={styles.content}>
            <span dir="auto">{props.summary}</span>
            {loaded.state === "loading" && (
              <Spinner size="tiny" label="Counting who will be mailed" />
            )}
            {loaded.state === "failed" && (
              <Failure error={loaded.error} onRetry={reload} />
            )}
            {loaded.state === "ready" && (
              <MailPreviewText preview={loaded.value} />
            )}
            {props.cards !== "" && <span dir="auto">{props.cards}</span>}
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
            <Button
              appearance="primary"
              disabled={loaded.state !== "ready"}
              disabledFocusable={sending}
              onClick={() => void send()}
            >
              {loaded.state === "ready" ? sendLabel(loaded.value) : "Send"}
            </Button>
            <Button disabled={sending} onClick={props.onClose}>
              Back to the form
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
