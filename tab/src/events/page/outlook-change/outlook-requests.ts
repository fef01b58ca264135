import {
  eventDetailSchema,
  type EventDetail,
} from "../../../../../bot/contract/events.ts";
import type {
  MailPreview,
  PreviewNames,
} from "../../../../../bot/contract/mail-preview.ts";
import type {
  DecideRemovedAttendee,
  OutlookChoice,
} from "../../../../../bot/contract/outlook-change.ts";
import type { Api } from "../../../api-client/api.ts";
import { parserOf } from "../../../api-client/parser-of.ts";
import { previewMails } from "../../event-requests.ts";

const readEvent = parserOf(eventDetailSchema);

/** Who would be mailed. */
export function previewChoice(
  api: Api,
  asked: { id: string; choice: OutlookChoice; names: PreviewNames },
): Promise<MailPreview> {
  const { id, choice, names } = asked;
  const path = `/api/events/${id}/outlook-change/preview`;
  return previewMails(api, { path, body: { choice }, names });
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
