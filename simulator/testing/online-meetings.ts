import type { Client } from "@microsoft/microsoft-graph-client";
import { newEvent, type GraphEvent } from "./graph-client.ts";

interface OnlineMeeting {
  id: string;
  joinWebUrl: string;
}

/** Gives the link that people join by. */
export async function scheduleMeeting(
  organizer: Client,
  more: Record<string, unknown> = {},
): Promise<string> {
  const event = (await organizer
    .api("/me/events")
    .post(newEvent(["MeganB@contoso.com"], more))) as GraphEvent;
  return event.onlineMeeting!.joinUrl;
}

/** Graph: Get onlineMeeting, by joinWebUrl; the link must be URL encoded. */
export function lookUpMeeting(
  client: Client,
  joinUrl: string,
  whose = "/me",
): Promise<{ value: OnlineMeeting[] }> {
  return client
    .api(`${whose}/onlineMeetings`)
    .filter(`JoinWebUrl eq '${encodeURIComponent(joinUrl)}'`)
    .get() as Promise<{ value: OnlineMeeting[] }>;
}
