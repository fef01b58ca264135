import type { Actor } from "./actor.ts";

/** What an actor wants to do, and to what. */
export type Request =
  | { action: "account.manage" }
  | { action: "stoppedWork.manage" }
  | { action: "audiences.manage" }
  | { action: "mailingLists.see" }
  | { action: "group.manage"; group: GroupFacts }
  | { action: "event.schedule"; group: GroupFacts }
  | { action: "event.see"; event: EventFacts }
  | { action: "event.edit"; event: EventFacts }
  | { action: "event.cancel"; event: EventFacts }
  | { action: "event.seeAttendees"; event: EventFacts }
  | { action: "event.answer"; event: EventFacts };

interface GroupFacts {
  id: string;
  confidential: boolean;
  /** False once the app was removed from the team. */
  installed: boolean;
}

export interface EventFacts {
  group: GroupFacts;
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
 * - owners and contributors of a group manage it: they change its settings, schedule, edit, cancel and see
 *   who answered what
 * - members and attendees see the event; attendees answer until it has ended or is cancelled,
 *   and so does everybody who sees an open event
 * - events of a confidential group do not exist for anybody else, and new ones for nobody but leads until
 *   they are sent
 */
export function may(actor: Actor, request: Request): boolean {
  switch (request.action) {
    case "account.manage":
    case "stoppedWork.manage":
    case "audiences.manage":
      return actor.isAdmin;
    case "mailingLists.see":
      return actor.isAdmin || leadsAny(actor);
    case "group.manage":
      return leads(actor, request.group);
    case "event.schedule":
      return request.group.installed && leads(actor, request.group);
    case "event.see":
      return sees(actor, request.event);
    case "event.edit":
    case "event.cancel":
      return (
        !request.event.cancelled &&
        !request.event.hasEnded &&
        leads(actor, request.event.group)
      );
    case "event.seeAttendees":
      return leads(actor, request.event.group);
    case "event.answer":
      return (
        sees(actor, request.event) &&
        (request.event.isAttendee || request.event.open) &&
        !request.event.cancelled &&
        !request.event.hasEnded &&
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

function sees(actor: Actor, event: EventFacts): boolean {
  if (event.isHeld && !leads(actor, event.group)) return false;
  return (
    !event.group.confidential ||
    event.isAttendee ||
    actor.roles.has(event.group.id)
  );
}
