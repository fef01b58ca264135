import { type RepostCard } from "../../../bot/contract/event-cards.ts";
import {
  type CancelEvent,
  type EventChange,
  type NewEvent,
} from "../../../bot/contract/event-content.ts";
import {
  eventDetailSchema,
  stoppedSchema,
  type EventDetail,
  type Stopped,
} from "../../../bot/contract/events.ts";
import {
  mailPreviewSchema,
  type MailPreview,
  type PreviewNames,
} from "../../../bot/contract/mail-preview.ts";
import {
  foundAttendeesSchema,
  type AttendeeQuery,
  type FoundAttendees,
} from "../../../bot/contract/found-attendees.ts";
import {
  timelineSchema,
  type Timeline,
} from "../../../bot/contract/timeline.ts";
import type { GivenAnswer } from "../../../bot/contract/answer.ts";
import type { Api } from "../api-client/api.ts";
import { parserOf } from "../api-client/parser-of.ts";

export const readEvent = parserOf(eventDetailSchema);
const readStopped = parserOf(stoppedSchema);
const readPreview = parserOf(mailPreviewSchema);
const readFound = parserOf(foundAttendeesSchema);
const readTimeline = parserOf(timelineSchema);

export function loadEvent(
  api: Api,
  { id, signal }: { id: string; signal: AbortSignal },
): Promise<EventDetail> {
  return api.request({ path: `/api/events/${id}`, signal, read: readEvent });
}

/** Who would be mailed, should this be sent to where `path` says. */
export function previewMails(
  api: Api,
  asked: { path: string; body: unknown; names: PreviewNames },
): Promise<MailPreview> {
  return api.request({
    method: "POST",
    path: asked.names === "all" ? `${asked.path}?names=all` : asked.path,
    body: asked.body,
    read: readPreview,
  });
}

export function previewNewEvent(
  api: Api,
  asked: { body: NewEvent; names: PreviewNames },
): Promise<MailPreview> {
  return previewMails(api, { path: "/api/events/preview", ...asked });
}

export function scheduleEvent(
  api: Api,
  { body, idempotencyKey }: { body: NewEvent; idempotencyKey: string },
): Promise<EventDetail> {
  return api.request({
    method: "POST",
    path: "/api/events",
    body,
    idempotencyKey,
    read: readEvent,
  });
}

export function previewChange(
  api: Api,
  { id, ...asked }: { id: string; body: EventChange; names: PreviewNames },
): Promise<MailPreview> {
  return previewMails(api, { path: `/api/events/${id}/preview`, ...asked });
}

export function changeEvent(
  api: Api,
  change: {
    id: string;
    version: number;
    body: EventChange;
    idempotencyKey: string;
  },
): Promise<EventDetail> {
  return api.request({
    method: "PUT",
    path: `/api/events/${change.id}`,
    body: change.body,
    ifMatch: change.version,
    idempotencyKey: change.idempotencyKey,
    read: readEvent,
  });
}

export function previewCancel(
  api: Api,
  { id, ...asked }: { id: string; body: CancelEvent; names: PreviewNames },
): Promise<MailPreview> {
  const path = `/api/events/${id}/cancel/preview`;
  return previewMails(api, { path, ...asked });
}

/** @returns null when it was new and not sent yet, and so was taken back */
export function cancelEvent(
  api: Api,
  cancel: {
    id: string;
    version: number;
    body: CancelEvent;
    idempotencyKey: string;
  },
): Promise<EventDetail | null> {
  return api.request({
    method: "POST",
    path: `/api/events/${cancel.id}/cancel`,
    body: cancel.body,
    ifMatch: cancel.version,
    idempotencyKey: cancel.idempotencyKey,
    read: (body) => (body === null ? null : readEvent(body)),
  });
}

/** Stops what waits to be sent, or clears away what could not be. */
export function stopHeld(
  api: Api,
  stop: { id: string; version: number; idempotencyKey: string },
): Promise<Stopped> {
  return api.request({
    method: "POST",
    path: `/api/events/${stop.id}/stop`,
    ifMatch: stop.version,
    idempotencyKey: stop.idempotencyKey,
    read: readStopped,
  });
}

/** Starts again what was given up (status `failed`). */
export function retryPublication(
  api: Api,
  { id }: { id: string },
): Promise<EventDetail> {
  const path = `/api/events/${id}/publish`;
  return api.request({ method: "POST", path, read: readEvent });
}

/** Pauses what still has to be sent, or goes on with it. */
export function changeSending(
  api: Api,
  { id, step }: { id: string; step: "pause" | "resume" },
): Promise<EventDetail> {
  const path = `/api/events/${id}/sending/${step}`;
  return api.request({ method: "POST", path, read: readEvent });
}

/** Leaves out whoever has no invitation yet. */
export function stopInviting(
  api: Api,
  stop: { id: string; version: number; idempotencyKey: string },
): Promise<EventDetail> {
  return api.request({
    method: "POST",
    path: `/api/events/${stop.id}/sending/stop`,
    ifMatch: stop.version,
    idempotencyKey: stop.idempotencyKey,
    read: readEvent,
  });
}

/** Posts the card of one channel again. */
export function repostCard(
  api: Api,
  { id, body }: { id: string; body: RepostCard },
): Promise<EventDetail> {
  const path = `/api/events/${id}/cards`;
  return api.request({ method: "POST", path, body, read: readEvent });
}

/** A page of those invited who fit. */
export function findAttendees(
  api: Api,
  asked: {
    id: string;
    query: AttendeeQuery;
    /** How many come before the page. */
    from: number;
    signal: AbortSignal;
  },
): Promise<FoundAttendees> {
  const { id, signal } = asked;
  const { search, answer, order } = asked.query;
  const query = new URLSearchParams({ search, order, from: `${asked.from}` });
  if (answer !== null) query.set("answer", answer);
  const path = `/api/events/${id}/attendees?${query.toString()}`;
  return api.request({ path, signal, read: readFound });
}

/** Older answers than those that the event itself has; with `answer` only of that kind. */
export function loadAnswers(
  api: Api,
  asked: { id: string; cursor: string; answer: GivenAnswer | null },
): Promise<Timeline> {
  const query = new URLSearchParams({ cursor: asked.cursor });
  if (asked.answer !== null) query.set("answer", asked.answer);
  const path = `/api/events/${asked.id}/answers?${query.toString()}`;
  return api.request({ path, read: readTimeline });
}
