import { Button, Spinner, makeStyles } from "@fluentui/react-components";
import type {
  MailPreview,
  PreviewNames,
} from "../../../../bot/contract/mail-preview.ts";
import { useLoaded } from "../../api-client/use-loaded.ts";
import { useSending } from "../../api-client/use-sending.ts";
import { Failure } from "../../layout/Failure.tsx";
import { QuestionDialog } from "../../layout/QuestionDialog.tsx";
import { sendLabel } from "../mail-words.ts";
import { MailPreviewText } from "../MailPreviewText.tsx";
import { ChangedFields } from "./ChangedFields.tsx";
import type { ChangedField } from "./changed-fields.ts";

const useStyles = makeStyles({
  progress: { ":empty": { display: "none" } },
});

/** The last look before mails go out: who gets which mail and why. */
export function ReviewDialog(props: {
  title: string;
  /** The event in one line: what and when. */
  summary: string;
  /** Where it is, in one line. */
  place: string;
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
  const styles = useStyles();
  const { sending, failure, send } = useSending();
  const { loaded, reload, replace } = useLoaded("preview", () =>
    props.loadPreview("few"),
  );
  const sends =
    !props.isUnchanged || (loaded.state === "ready" && doesMore(loaded.value));
  const isNothing = loaded.state === "ready" && !sends;

  return (
    <QuestionDialog
      title={isNothing ? "Nothing to send" : props.title}
      isBusy={sending}
      onClose={props.onClose}
      closeLabel="Back to the form"
      actions={
        sends && (
          <Button
            appearance="primary"
            disabled={loaded.state !== "ready"}
            disabledFocusable={sending}
            onClick={() => send(props.send)}
          >
            {loaded.state === "ready" ? sendLabel(loaded.value) : "Send"}
          </Button>
        )
      }
    >
      <div>
        <div dir="auto">{props.summary}</div>
        <div dir="auto">{props.place}</div>
      </div>
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
      {sends && props.cards !== "" && <span dir="auto">{props.cards}</span>}
      {failure && (
        <Failure
          error={failure}
          {...(failure.status === 412
            ? { onRetry: props.onOutdated, retryLabel: "Load the newest" }
            : {})}
        />
      )}
    </QuestionDialog>
  );
}

/** Whether sending a form that is as the event is stored does something all the same: to people who joined, say. */
function doesMore({ mails, changes, replaces }: MailPreview): boolean {
  return mails.length > 0 || changes.length > 0 || replaces !== undefined;
}
