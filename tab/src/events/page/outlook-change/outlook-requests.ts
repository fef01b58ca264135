import {
  eventDetailSchema,
  type EventDetail,
} from "../../../../../bot/contract/events.ts";
import {
  mailPreviewSchema,
  type MailPreview,
} from "../../../../../bot/contract/mail-preview.ts";
import type {
  DecideRemovedAttendee,
  OutlookChoice,
} from "../../../../../bot/contract/outlook-change.ts";
import type { Api } from "../../../api-client/api.ts";
import { parserOf } from "../../../api-client/parser-of.ts";

const readEvent = parserOf(eventDetailSchema);
const readPreview = parserOf(mailPreviewSchema);

/** Who would be mailed. */
export function previewChoice(
  api: Api,
  { id, choice }: { id: string; choice: OutlookChoice },
): Promise<MailPreview> {
  return api.request({
    method: "POST",
    path: `/api/events/${id}/outlook-change/preview`,
    body: { choice },
    read: readPreview,
  });
}

export function decideOutlookChange(
  api: Api,
  decision: {
    id: string;
    version: number;
    choice: OutlookChoice;
    idempotencyKey: string;
  },
): Promise<EventDetail> {
  return api.request({
    method: "POST",
    path: `/api/events/${decision.id}/outlook-change`,
    body: { choice: decision.choice },
    ifMatch: decision.version,
    idempotencyKey: decision.idempotencyKey,
    read: readEvent,
  });
}

/** About somebody whom somebody took off in Outlook. */
export function decideRemovedAttendee(
  api: Api,
  decision: {
    id: string;
    version: number;
    body: DecideRemovedAttendee;
    idempotencyKey: string;
  },
): Promise<EventDetail> {
  return api.request({
    method: "POST",
    path: `/api/events/${decision.id}/removed-attendee`,
    body: decision.body,
    ifMatch: decision.version,
    idempotencyKey: decision.idempotencyKey,
    read: readEvent,
  });
}
