import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import type {
  EventDetail,
  Held,
  Stopped,
} from "../../../../bot/contract/events.ts";
import { problemTitle } from "./hold-words.ts";
import { StopFailure } from "./StopFailure.tsx";
import { useStop } from "./use-stop.ts";

/** What could not be carried out after its hold: its content is not lost, the lead decides about it. */
export function HeldProblem(props: {
  event: EventDetail;
  held: Held;
  /** Puts its content into the form. */
  onReopen: () => void;
  onCleared: (stopped: Stopped) => void;
}) {
  const { event, held } = props;
  const clear = useStop(event, props.onCleared);
  return (
    <MessageBar intent="warning" layout="multiline" politeness="polite">
      <MessageBarBody>
        <MessageBarTitle>{problemTitle(held)}</MessageBarTitle> {held.problem}
        <StopFailure failure={clear.failure} />
      </MessageBarBody>
      <MessageBarActions>
        {held.content !== null && event.permissions.edit && (
          <Button size="small" onClick={props.onReopen}>
            Open it in the form
          </Button>
        )}
        <Button
          size="small"
          disabledFocusable={clear.stopping}
          onClick={() => void clear.stop()}
        >
          Clear away
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
