import type { Held, LastChange } from "../../../contract/events.ts";
import type { EventRow } from "../../db/tables/events.ts";
import { htmlOf } from "../../description/settle-description.ts";
import type { HeldChange } from "./held-change-store.ts";

interface Seen {
  event: EventRow;
  held: HeldChange | null;
  /** When it was read. */
  readAt: Date;
}

/** What waits to be sent, or could not be, as one lead sees it. Pure. */
export function viewHeld(
  { event, held, readAt }: Seen,
  viewer: { objectId: string },
): Held | null {
  const sendsInMs = (due: Date) =>
    Math.max(0, due.getTime() - readAt.getTime());
  if (event.held_until !== null)
    return {
      kind: "new",
      sendsInMs: sendsInMs(event.held_until),
      problem: null,
      by: event.changed_by_name,
      isOwn: event.changed_by === viewer.objectId,
      content: null,
      message: null,
    };
  if (held === null) return null;
  return {
    kind: held.kind,
    sendsInMs: held.problem === null ? sendsInMs(held.due_at) : null,
    problem: held.problem,
    by: held.held_by_name,
    isOwn: held.held_by === viewer.objectId,
    content: held.content && {
      ...held.content,
      descriptionHtml: htmlOf(held.content),
    },
    message: held.message,
  };
}

/** Who decided last what the event should be, and when; null: nobody since it was scheduled, or not known. */
export function viewLastChange(
  { event, held }: Seen,
  viewer: { objectId: string },
): LastChange | null {
  if (held !== null)
    return {
      by: held.held_by_name,
      isOwn: held.held_by === viewer.objectId,
      at: held.held_at.toISOString(),
    };
  if (event.changed_by_name === null) return null;
  return {
    by: event.changed_by_name,
    isOwn: event.changed_by === viewer.objectId,
    at: event.updated_at.toISOString(),
  };
}
