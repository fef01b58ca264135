import { createHash } from "node:crypto";

const immutablePrefix = "AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A";
const mutablePrefix = "AAMkAGUzNDhlNTk4LTk3ZDctNDFkZS1iMzRi";

/** Graph: Get immutable identifiers for Outlook resources: the same item has an id of each kind. */
export function itemId(meetingId: string, isImmutable: boolean): string {
  return `${isImmutable ? immutablePrefix : mutablePrefix}${meetingId}=`;
}

/** The item that an id of either kind names; null when it is no id at all. */
export function meetingIdOf(id: string): string | null {
  for (const prefix of [immutablePrefix, mutablePrefix]) {
    if (id.startsWith(prefix) && id.endsWith("=")) {
      return id.slice(prefix.length, -1);
    }
  }
  return null;
}

/** Another one at each change of the item. */
export function changeKeyOf(meetingId: string, revision: number): string {
  return createHash("sha256")
    .update(`${meetingId}/${revision}`)
    .digest("base64")
    .slice(0, 32);
}

export function etagOf(meetingId: string, revision: number): string {
  return `W/"${changeKeyOf(meetingId, revision)}"`;
}
