import type { EventChange } from "../../contract/event-content.ts";
import {
  normaliseAddress,
  type Invitee,
} from "../audience/resolve-audience.ts";
import type { AttendeeRow } from "../db/tables/attendees.ts";
import type { EventRow } from "../db/tables/events.ts";
import type { EventWithWaves } from "./event-store.ts";
import {
  contentChanges,
  type EventContent,
  type VisibleChange,
} from "./scheduled-event.ts";
import type { OutlookField } from "./stored-outlook-change.ts";

/** How a stored event would change, before anything is stored. */
export interface ChangePlan {
  changes: VisibleChange[];
  kept: AttendeeRow[];
  added: Invitee[];
  removed: AttendeeRow[];
  /** People who turn out to be mailing lists, the other way round, or of another size; nobody is mailed about it. */
  marked: { id: string; listSize: number | null }[];
  /** Everybody whom the audience names now. */
  invitees: readonly Invitee[];
  /** True when a new start or end asks everybody to answer again. */
  answersReset: boolean;
  /** Parts that somebody changed in Outlook by hand, which this change puts right there. */
  restored: OutlookField[];
}

/**
 * Compares an event with what it should become. People whom Outlook added (forwarded invitations) and
 * people who joined stay: the audience did not name them, so leaving them out of it removes nobody. People who
 * were taken off in Outlook and left out come back by name only, not with the group. Who has left an invited group
 * stays, and somebody whose address has changed is still the same person.
 */
export function planChange(given: {
  event: EventWithWaves;
  attendees: readonly AttendeeRow[];
  wanted: EventChange;
  invitees: readonly Invitee[];
  /** Object ids of people who have left a group that the event invites before and after the change. */
  formerMembers: ReadonlySet<string>;
}): ChangePlan {
  const invited = given.attendees.filter(({ wanted }) => wanted);
  const invitedAddresses = new Set(invited.map(({ address }) => address));
  const wantedAddresses = new Set(given.invitees.map(({ address }) => address));
  const wantedIds = idsOf(given.invitees.map(({ objectId }) => objectId));
  const invitedIds = idsOf(invited.map(({ object_id }) => object_id));
  const leftOut = new Set(
    given.attendees
      .filter(({ outlook_state }) => outlook_state === "leftOut")
      .map(({ address }) => address),
  );
  const named = new Set(given.wanted.audience.addresses.map(normaliseAddress));
  const untyped = new Set(
    given.event.audience_addresses.filter((address) => !named.has(address)),
  );
  const stays = (row: AttendeeRow) =>
    row.source !== "audience" ||
    wantedAddresses.has(row.address) ||
    (row.object_id !== null &&
      (wantedIds.has(row.object_id) ||
        // Whom a lead takes off by name goes, member or not.
        (given.formerMembers.has(row.object_id) && !untyped.has(row.address))));
  const added = given.invitees.filter(
    ({ address, aliases, objectId }) =>
      !invitedAddresses.has(address) &&
      (objectId === null || !invitedIds.has(objectId)) &&
      (!leftOut.has(address) ||
        [address, ...aliases].some((name) => named.has(name))),
  );
  const removed = invited.filter((row) => !stays(row));
  const ownChanges = contentChanges(contentOf(given.event), given.wanted);
  const restored = given.event.waves.flatMap(({ outlook_change: byHand }) =>
    byHand?.kind === "edited" ? byHand.fields : [],
  );
  const changes: VisibleChange[] = visibleParts.filter(
    (part) =>
      ownChanges.includes(part) || restored.some((field) => field === part),
  );
  if (added.length > 0 || removed.length > 0) changes.push("attendees");
  return {
    changes,
    kept: invited.filter(stays),
    added,
    removed,
    marked: marksOf(given),
    invitees: given.invitees,
    answersReset: ownChanges.includes("time"),
    restored,
  };
}

function idsOf(objectIds: readonly (string | null)[]): Set<string> {
  return new Set(objectIds.filter((id) => id !== null));
}

function marksOf(given: {
  attendees: readonly AttendeeRow[];
  invitees: readonly Invitee[];
}): ChangePlan["marked"] {
  const sizes = new Map(
    given.invitees.map(({ address, listSize }) => [address, listSize]),
  );
  return given.attendees
    .map(({ id, address, list_size }) => ({
      id,
      before: list_size,
      listSize: sizes.get(address) ?? null,
    }))
    .filter(({ before, listSize }) => before !== listSize)
    .map(({ id, listSize }) => ({ id, listSize }));
}

const visibleParts = ["title", "description", "time", "location"] as const;

export function contentOf(event: EventRow): EventContent {
  return {
    title: event.title,
    description: event.description,
    descriptionHtml: event.description_html,
    start: event.start_local,
    end: event.end_local,
    isAllDay: event.is_all_day,
    timeZone: event.time_zone,
    location: event.location,
  };
}
