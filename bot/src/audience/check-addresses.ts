import type {
  AudienceCheck,
  CheckedAudience,
} from "../../contract/audience-check.ts";
import type { Actor } from "../access/actor.ts";
import type { AttendeeRow } from "../db/tables/attendees.ts";
import { checkCoHosts, checkCoHostsOf } from "../events/check-co-hosts.ts";
import { findEventToLead } from "../events/find-event-to-lead.ts";
import { listAttendees } from "../events/event-store.ts";
import {
  findGroupToScheduleFor,
  type EventDeps,
} from "../events/schedule-event.ts";
import { readAudienceSettings } from "./audience-settings.ts";
import { findOutside } from "./find-outside.ts";
import { readPeopleNamed, type KnownPerson } from "./read-people-named.ts";
import { normaliseAddress, resolveAudience } from "./resolve-audience.ts";

type Deps = Pick<EventDeps, "db" | "clock" | "organizerAddress">;

/**
 * What would become of addresses that a lead is about to add to an event: who of them is new. Stores nothing.
 * @throws {AppError} when the group or event is unseen, or not the actor's to lead
 */
export async function checkAddresses(
  deps: Deps,
  given: { actor: Actor; asked: AudienceCheck },
): Promise<CheckedAudience> {
  const { actor, asked } = given;
  const { db } = deps;
  const { groupId, attendees } = await findAudience(deps, actor, asked);
  const names = asked.addresses.map(normaliseAddress);
  const known = await readPeopleNamed(db, names);
  const { externalPolicy } = await readAudienceSettings(db, deps);
  const { audience } = asked;
  const chosen = await resolveAudience({ db, groupId, audience });

  const inGroup = new Set<string>();
  const named = new Set<string>();
  for (const { inGroup: isMember, address, objectId, aliases } of chosen)
    note(isMember ? inGroup : named, { address, objectId }, ...aliases);
  // It organizes the event, so it is on it without an invitation.
  const invited = new Set([deps.organizerAddress]);
  for (const { wanted, address, object_id } of attendees)
    if (wanted) note(invited, { address, objectId: object_id });

  const checked: CheckedAudience = {
    doubles: [],
    inGroup: [],
    invited: [],
    outside: [],
    outsidePolicy: externalPolicy,
  };
  const fresh = new Map<number, Person>();
  names.forEach((name, place) => {
    const person = known.get(name);
    const isIn = (those: ReadonlySet<string>) =>
      namesOf(name, person).some((one) => those.has(one));
    if (isIn(named)) checked.doubles.push(place);
    else if (isIn(inGroup)) checked.inGroup.push(place);
    else if (isIn(invited)) checked.invited.push(place);
    else fresh.set(place, personOf(name, person));
    // Whoever comes again in the list is there already.
    for (const one of namesOf(name, person)) named.add(one);
  });
  const { external } = await findOutside(db, deps, [...fresh.values()]);
  const outside = new Set(external);
  for (const [place, person] of fresh)
    if (outside.has(person)) checked.outside.push(place);
  return checked;
}

/** The group that hosts the event first, and who is on the event already. Others may host it as the lead leads them. */
async function findAudience(
  deps: Deps,
  actor: Actor,
  asked: AudienceCheck,
): Promise<{ groupId: string; attendees: AttendeeRow[] }> {
  const { groupId, eventId } = asked;
  if (eventId === null) {
    await findGroupToScheduleFor(deps.db, actor, groupId);
    await checkCoHosts(deps.db, { ...asked, actor, before: [] });
    return { groupId, attendees: [] };
  }
  const loaded = await findEventToLead(deps, actor, eventId, "event.edit");
  await checkCoHostsOf(deps.db, loaded, { actor, wanted: asked });
  const attendees = await listAttendees(deps.db, eventId);
  return { groupId: loaded.event.group_id, attendees };
}

/** Everything by which a person can be recognised as the same. */
function namesOf(name: string, person: KnownPerson | undefined): string[] {
  if (!person) return [name];
  const { address, userPrincipalName, objectId } = person;
  const others = [address, userPrincipalName].filter((one) => one !== null);
  return [name, ...others, idName(objectId)];
}

function note(
  those: Set<string>,
  person: { address: string; objectId: string | null },
  ...aliases: string[]
): void {
  those.add(person.address);
  for (const alias of aliases) those.add(alias);
  if (person.objectId !== null) those.add(idName(person.objectId));
}

/** Not to be mistaken for an address, which has an at sign. */
const idName = (objectId: string) => `id ${objectId}`;

type Person = Parameters<typeof findOutside>[2][number];

function personOf(name: string, person: KnownPerson | undefined): Person {
  return {
    address: person?.address ?? name,
    displayName: person?.displayName ?? name,
    objectId: person?.objectId ?? null,
  };
}
