import {
  Button,
  Caption1,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { Attendee } from "../../../../../bot/contract/attendee.ts";
import type { EventDetail } from "../../../../../bot/contract/events.ts";
import type { DecideRemovedAttendee } from "../../../../../bot/contract/outlook-change.ts";
import { useApi } from "../../../api-client/api.ts";
import { asApiError } from "../../../api-client/api-error.ts";
import { createRepeatKey } from "../../../api-client/repeat-key.ts";
import { decideRemovedAttendee } from "./outlook-requests.ts";

const useStyles = makeStyles({
  words: { display: "block" },
  buttons: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalXS,
  },
  refusal: { display: "block", color: tokens.colorPaletteRedForeground1 },
});

const choices = [
  { choice: "leaveOut", label: "Leave out" },
  { choice: "inviteAgain", label: "Invite again" },
] as const;

/** Says that somebody took this person off in Outlook, and asks whether they stay away. */
export function RemovedAttendee(props: {
  event: EventDetail;
  attendee: Attendee;
  onChanged: (event: EventDetail) => void;
}) {
  const styles = useStyles();
  const api = useApi();
  const { event, attendee } = props;
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [keyFor] = useState(() => createRepeatKey(() => crypto.randomUUID()));

  async function decide(
    choice: DecideRemovedAttendee["choice"],
  ): Promise<void> {
    if (sending) return;
    setSending(true);
    setRefusal(null);
    try {
      const { id, version } = event;
      const body = { address: attendee.address, choice };
      const idempotencyKey = keyFor({ version, body });
      props.onChanged(
        await decideRemovedAttendee(api, { id, version, body, idempotencyKey }),
      );
    } catch (error) {
      setRefusal(asApiError(error).message);
    }
    setSending(false);
  }

  return (
    <>
      <Caption1 className={styles.words}>Removed in Outlook</Caption1>
      {event.permissions.edit && (
        <div className={styles.buttons}>
          {choices.map(({ choice, label }) => (
            <Button
              key={choice}
              size="small"
              aria-label={`${label}: ${attendee.displayName}`}
              disabledFocusable={sending}
              onClick={() => void decide(choice)}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
      {refusal !== null && (
        <Caption1 role="alert" className={styles.refusal}>
          {refusal}
        </Caption1>
      )}
    </>
  );
}
