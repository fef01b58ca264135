import type { EventDetail } from "../../../../bot/contract/events.ts";
import type { GroupSummary } from "../../../../bot/contract/groups.ts";
import { peopleCount, schedulable } from "../../groups/group-choice.ts";
import { listOf } from "../list-of.ts";
import type { EventDraft } from "./event-draft.ts";

/** A group that hosts an event already: the reader need not be in it. */
export type KnownHost = EventDetail["coHosts"][number];

/** The groups that host an event, its own first. */
export function hostsOf(
  event: Pick<EventDetail, "group" | "coHosts">,
): KnownHost[] {
  return [event.group, ...event.coHosts];
}

interface OfferedHost extends KnownHost {
  /** Null: the reader is not in the group. */
  memberCount: number | null;
}

/** The groups that can host the event besides its own: those that the reader leads, and those that do already. */
export function offeredCoHosts(given: {
  groups: GroupSummary[];
  before: KnownHost[];
  draft: Pick<EventDraft, "groupId">;
}): OfferedHost[] {
  const led = schedulable(given.groups);
  const others = given.before.filter(({ id }) =>
    led.every((group) => group.id !== id),
  );
  return [
    ...led,
    ...others.map((host) => ({
      ...host,
      memberCount:
        given.groups.find(({ id }) => id === host.id)?.memberCount ?? null,
    })),
  ].filter(({ id }) => id !== given.draft.groupId);
}

/** `Pride Network (30 people), confidential` */
export function coHostLabel(host: OfferedHost): string {
  const size =
    host.memberCount === null ? "" : ` (${peopleCount(host.memberCount)})`;
  return `${host.name}${size}${host.confidential ? ", confidential" : ""}`;
}

/**
 * What hosting an event together means where one of the groups keeps its members to itself; null where none does,
 * or one group hosts alone.
 */
export function confidentialWarning(
  hosts: readonly { name: string; confidential: boolean }[],
): string | null {
  const hidden = hosts.filter(({ confidential }) => confidential);
  if (hosts.length < 2 || hidden.length === 0) return null;
  const names = listOf(hidden.map(({ name }) => name));
  const isOne = hidden.length === 1;
  return [
    `${names} ${isOne ? "is" : "are"} confidential.`,
    "So nobody finds this event who is neither in one of its groups nor invited.",
    `Only ${isOne ? "its own leads" : "those who lead each of these"} see who is invited, and edit the event; other leads see numbers, and can cancel it.`,
    "In the Teams meeting people of all its groups see one another.",
  ].join(" ");
}
