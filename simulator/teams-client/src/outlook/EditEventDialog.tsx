import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { MailboxEvent } from "../api/mailbox-shapes.ts";
import type { Person } from "../api/shapes.ts";
import { simulator } from "../api/simulator.ts";
import { useWork } from "../api/use-work.ts";
import { draftOf, editOf, type EditDraft } from "./event-edit.ts";

const useStyles = makeStyles({
  fields: { display: "grid", gap: tokens.spacingVerticalM },
});

const fields: {
  part: keyof EditDraft;
  label: string;
  type?: "datetime-local";
}[] = [
  { part: "subject", label: "Title" },
  { part: "start", label: "Start", type: "datetime-local" },
  { part: "end", label: "End", type: "datetime-local" },
  { part: "location", label: "Location" },
  { part: "add", label: "Add people (addresses)" },
  { part: "remove", label: "Remove people (addresses)" },
];

/** The organizer's own form: what is changed is sent to everybody, people alone only to them. */
export function EditEventDialog(props: {
  person: Person;
  event: MailboxEvent;
  onClose: () => void;
  onChanged: () => void;
}) {
  const styles = useStyles();
  const { person, event } = props;
  const [draft, setDraft] = useState(() => draftOf(event));
  const { isBusy, error, run } = useWork();
  const edit = editOf(event, draft);
  const send = () => {
    if (edit === null) return;
    const change = { personId: person.id, eventId: event.id, change: edit };
    void run(simulator.editEvent(change)).then(
      (done) => done && props.onChanged(),
    );
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && props.onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Edit event</DialogTitle>
          <DialogContent className={styles.fields}>
            {fields.map(({ part, label, type }) => (
              <Field key={part} label={label}>
                <Input
                  type={type ?? "text"}
                  value={draft[part]}
                  onChange={(_, { value }) =>
                    setDraft((now) => ({ ...now, [part]: value }))
                  }
                />
              </Field>
            ))}
            {error !== "" && (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{error}</MessageBarBody>
              </MessageBar>
            )}
          </DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              disabled={edit === null}
              disabledFocusable={isBusy}
              onClick={send}
            >
              Send
            </Button>
            <Button onClick={props.onClose}>Discard</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
