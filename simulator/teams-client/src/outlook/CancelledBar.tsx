import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from "@fluentui/react-components";
import { useState } from "react";
import { sentenceOf } from "../api/call.ts";
import type { MailboxEvent } from "../api/mailbox-shapes.ts";
import type { Person } from "../api/shapes.ts";
import { simulator } from "../api/simulator.ts";

/** A cancelled event stays in the calendar until its reader removes it. */
export function CancelledBar(props: {
  person: Person;
  event: MailboxEvent;
  onRemoved: () => void;
}) {
  const [refusal, setRefusal] = useState<string>();
  const remove = () =>
    simulator
      .removeEvent(props.person.id, props.event.id)
      .then(props.onRemoved, (error: unknown) => setRefusal(sentenceOf(error)));
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{refusal ?? "This event was canceled."}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => void remove()}>Remove from calendar</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
