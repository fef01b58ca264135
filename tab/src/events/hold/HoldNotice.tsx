import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useState } from "react";
import { useLocation } from "wouter";
import type { EventChange } from "../../../../bot/contract/event-content.ts";
import type { EventDetail, Stopped } from "../../../../bot/contract/events.ts";
import { draftOfChange, draftOfEvent } from "../form/event-draft.ts";
import { useKeptDrafts } from "../form/use-kept-drafts.ts";
import { HeldProblem } from "./HeldProblem.tsx";
import { HoldBar } from "./HoldBar.tsx";
import { ownWaiting, wasStopped, type OwnWaiting } from "./own-waiting.ts";
import { StoppedElsewhere } from "./StoppedElsewhere.tsx";

/**
 * What waits at an event, or could not be carried out. After Stop the form opens with what was about to be sent; a
 * stopped cancellation stays on the page.
 */
export function HoldNotice(props: {
  event: EventDetail;
  onChanged: (event: EventDetail) => void;
  /** A cancellation was stopped: its message, for the next try. */
  onCancellationStopped: (message: string) => void;
}) {
  const { event } = props;
  const { held } = event;
  const drafts = useKeptDrafts();
  const [, navigate] = useLocation();
  const [keptAt, setKeptAt] = useState<number | null>(null);
  const [lastOwn, setLastOwn] = useState<OwnWaiting | null>(null);
  const own = ownWaiting(event);
  if (own !== null && own.version !== lastOwn?.version) setLastOwn(own);

  function keepForForm(
    stays: EventDetail,
    content: EventChange,
    wasStopped: boolean,
  ): void {
    drafts.keep(stays.id, {
      draft: draftOfChange(stays.group.id, content),
      base: { draft: draftOfEvent(stays), version: stays.version },
      wasStopped,
    });
  }

  /** @param from the event as it was when Stop was pressed */
  function stopped(from: EventDetail, { event: stays }: Stopped): void {
    if (stays === null) {
      // There is no event any more: what it was is a new one again.
      const draft = draftOfEvent(from);
      drafts.keep("new", { draft, base: null, wasStopped: true });
      navigate("/events/new", { replace: true });
      return;
    }
    setLastOwn(null);
    const content = from.held?.content ?? null;
    if (content !== null) keepForForm(stays, content, true);
    // Who sees no names can stop a change, and not edit.
    if (from.held?.kind === "change" && stays.permissions.edit)
      navigate(`/events/${stays.id}/edit`);
    else {
      setKeptAt(stays.version);
      props.onCancellationStopped(from.held?.message ?? "");
      props.onChanged(stays);
    }
  }

  if (lastOwn !== null && wasStopped(event, lastOwn)) {
    return (
      <StoppedElsewhere
        onReopen={() => {
          keepForForm(event, lastOwn.content, true);
          navigate(`/events/${event.id}/edit`);
        }}
        onClose={() => setLastOwn(null)}
      />
    );
  }
  if (held === null) {
    return keptAt === event.version ? (
      <MessageBar intent="success" politeness="polite">
        <MessageBarBody>
          <span role="status">Nothing was sent. The event stays as it is.</span>
        </MessageBarBody>
      </MessageBar>
    ) : null;
  }
  const { sendsInMs, content } = held;
  if (sendsInMs !== null) {
    return (
      <HoldBar
        event={event}
        held={{ ...held, sendsInMs }}
        onStopped={(answer) => stopped(event, answer)}
      />
    );
  }
  return (
    <HeldProblem
      event={event}
      held={held}
      onReopen={() => {
        if (content !== null) keepForForm(event, content, true);
        navigate(`/events/${event.id}/edit`);
      }}
      onCleared={({ event: stays }) => stays && props.onChanged(stays)}
    />
  );
}
