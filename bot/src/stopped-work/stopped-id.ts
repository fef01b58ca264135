import { z } from "zod";

/** What an entry of the list stands for: a job, an event that was given up, or a card that Teams refused. */
export type StoppedRef =
  | { kind: "job"; id: string }
  | { kind: "event"; eventId: string }
  | { kind: "card"; eventId: string; channelId: string };

const uuid = z.uuid();

/** The entry's id in addresses. Pure. */
export function formatStoppedId(ref: StoppedRef): string {
  switch (ref.kind) {
    case "job":
      return `job.${ref.id}`;
    case "event":
      return `event.${ref.eventId}`;
    case "card":
      return `card.${ref.eventId}.${Buffer.from(ref.channelId).toString("base64url")}`;
  }
}

/** @returns null when it is no such id. Pure. */
export function parseStoppedId(text: string): StoppedRef | null {
  const [kind, id = "", channel = "", ...more] = text.split(".");
  if (more.length > 0 || !uuid.safeParse(id).success) return null;
  if (kind === "job" && channel === "") return { kind, id };
  if (kind === "event" && channel === "") return { kind, eventId: id };
  if (kind !== "card" || channel === "") return null;
  const channelId = Buffer.from(channel, "base64url").toString("utf8");
  return { kind, eventId: id, channelId };
}
