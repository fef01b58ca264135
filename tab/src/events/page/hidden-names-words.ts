import type { EventDetail } from "../../../../bot/contract/events.ts";
import { listOf } from "../list-of.ts";

/** Why a lead sees no names: a confidential group hosts the event, too. */
export function hiddenNamesSentence({
  group,
  coHosts,
}: Pick<EventDetail, "group" | "coHosts">): string {
  const hidden = [group, ...coHosts].filter(({ confidential }) => confidential);
  const names = listOf(hidden.map(({ name }) => name));
  return hidden.length === 1
    ? `${names} is confidential: only those who lead it see who is invited and edit this event. You can cancel it.`
    : `${names} are confidential: only those who lead each of them see who is invited and edit this event. You can cancel it.`;
}
