import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { Delete20Regular, Edit20Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { MailboxEvent } from "../api/mailbox-shapes.ts";
import type { Person } from "../api/shapes.ts";
import { simulator } from "../api/simulator.ts";
import { useWork } from "../api/use-work.ts";
import { EditEventDialog } from "./EditEventDialog.tsx";
import { HoldMeeting } from "./HoldMeeting.tsx";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
  },
});

/** What Outlook offers to who organizes an event. */
export function OrganizerBar(props: {
  person: Person;
  event: MailboxEvent;
  onChanged: () => void;
  onCancelled: () => void;
}) {
  const styles = useStyles();
  const { person, event } = props;
  const [editing, setEditing] = useState(false);
  const { isBusy, error, run } = useWork();
  const cancel = () =>
    void run(simulator.cancelEvent(person.id, event.id)).then(
      (done) => done && props.onCancelled(),
    );
  return (
    <div className={styles.bar} role="group" aria-label="Your event">
      <Button icon={<Edit20Regular />} onClick={() => setEditing(true)}>
        Edit
      </Button>
      <Button
        icon={<Delete20Regular />}
        disabledFocusable={isBusy}
        onClick={cancel}
      >
        Cancel and tell everybody
      </Button>
      {event.joinUrl && <HoldMeeting event={event} />}
      {error !== "" && <Text role="alert">{error}</Text>}
      {editing && (
        <EditEventDialog
          person={person}
          event={event}
          onClose={() => setEditing(false)}
          onChanged={() => {
            setEditing(false);
            props.onChanged();
          }}
        />
      )}
    </div>
  );
}
