import type { Actor } from "./actor.ts";

/** What an actor wants to do, and to what. */
export type Request =
  | { action: "account.manage" }
  | { action: "stoppedWork.manage" }
  | { action: "audiences.manage" }
  | { action: "groups.oversee" }
  | { action: "mailingLists.see" }
  | { action: "insights.see"; scope: "mine" | "all" }
  | { action: "group.manage"; group: GroupFacts }
  | { action: "group.appoint"; group: GroupFacts }
  | { action: "event.schedule"; group: GroupFacts }
  | { action: "event.see"; event: EventFacts }
  | { action: "event.lead"; event: EventFacts }
  | { action: "event.edit"; event: EventFacts }
  | { action: "event.cancel"; event: EventFacts }
  | { action: "event.seeAttendees"; event: EventFacts }
  | { action: "event.export"; event: EventFacts }
  | { action: "event.answer"; event: EventFacts };

export interface GroupFacts {
  id: string;
  confidential: boolean;
  /** False once the app was removed from the team. */
  installed: boolean;
}

export interface EventFacts {
  /** The groups that host it: its own, and those that host it together with it. */
  groups: readonly GroupFacts[];
  cancelled: boolean;
  hasEnded: boolean;
  /** Whether the actor is one of the people invited. */
  isAttendee: boolean;
  /** People who see it and are not invited may join by answering. */
  open: boolean;
  /** New and not sent yet: a lead can still take it back. */
  isHeld: boolean;
}

/**
 * The one place that knows who may do what.
 *
 * - admins manage the service account, the work that has stopped, and the groups and rules that everybody's
 *   audiences rest on; being an admin opens no group's events
 * - whoever leads a group sees the mail-enabled groups that admins named
 * - numbers of many events together are for leads, of the groups that they lead, and for admins of all
 * - owners and contributors of a group manage it: they change its settings and schedule;
 *   its owners say who else leads it
 * - leads of any group that hosts an event look after it: they stop, repeat and cancel
 * - editing an event tells who is invited, and so do its names: where a confidential group hosts an event, that is
 *   for those alone who lead each confidential one of its groups
 * - those names as a list to take along are for owners of its groups, out of those who may see them
 * - members and attendees see the event; attendees answer until it has ended or is cancelled,
 *   and so does everybody who sees an open event
 * - events that a confidential group hosts do not exist for anybody else, and new ones for nobody but leads until
 *   they are sent
 */
export function may(actor: Actor, request: Request): boolean {
  switch (request.action) {
    case "account.manage":
    case "stoppedWork.manage":
    case "audiences.manage":
    case "groups.oversee":
      return actor.isAdmin;
    case "mailingLists.see":
      return actor.isAdmin || leadsAny(actor);
    case "insights.see":
      return request.scope === "all" ? actor.isAdmin : leadsAny(actor);
    case "group.manage":
      return leads(actor, request.group);
    case "group.appoint":
      return actor.roles.get(request.group.id) === "owner";
    case "event.schedule":
      return request.group.installed && leads(actor, request.group);
    case "event.see":
      return sees(actor, request.event);
    case "event.lead":
      return leadsOne(actor, request.event);
    case "event.edit":
      return (
        isToCome(request.event) && maySeeNames(actor, request.event.groups)
      );
    case "event.cancel":
      return isToCome(request.event) && leadsOne(actor, request.event);
    case "event.seeAttendees":
      return maySeeNames(actor, request.event.groups);
    case "event.export":
      return (
        ownsOne(actor, request.event) &&
        maySeeNames(actor, request.event.groups)
      );
    case "event.answer":
      return (
        sees(actor, request.event) &&
        (request.event.isAttendee || request.event.open) &&
        isToCome(request.event) &&
        !request.event.isHeld
      );
  }
}

function leads(actor: Actor, group: GroupFacts): boolean {
  const role = actor.roles.get(group.id);
  return role === "owner" || role === "contributor";
}

function leadsAny({ roles }: Actor): boolean {
  return [...roles.values()].some((role) => role !== "member");
}

function isToCome(event: EventFacts): boolean {
  return !event.cancelled && !event.hasEnded;
}

function leadsOne(
  actor: Actor,
  { groups }: Pick<EventFacts, "groups">,
): boolean {
  return groups.some((group) => leads(actor, group));
}

function ownsOne(
  actor: Actor,
  { groups }: Pick<EventFacts, "groups">,
): boolean {
  return groups.some(({ id }) => actor.roles.get(id) === "owner");
}

/** Whether somebody may see who is invited to an event of these groups, and who answered what. */
export function maySeeNames(
  actor: Actor,
  groups: EventFacts["groups"],
): boolean {
  return (
    leadsOne(actor, { groups }) &&
    groups.every((group) => !group.confidential || leads(actor, group))
  );
}

function sees(actor: Actor, event: EventFacts): boolean {
  if (event.isHeld && !leadsOne(actor, event)) return false;
  return (
    !isConfidential(event) ||
    event.isAttendee ||
    event.groups.some(({ id }) => actor.roles.has(id))
  );
}

/** Whether the event does not exist for people who are neither in one of its groups nor invited. */
export function isConfidential({
  groups,
}: {
  groups: readonly Pick<GroupFacts, "confidential">[];
}): boolean {
  return groups.some(({ confidential }) => confidential);
}
