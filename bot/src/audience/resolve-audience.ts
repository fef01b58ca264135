import { sql } from "kysely";
import type { Audience } from "../../contract/event-content.ts";
import type { Db } from "../db/database.ts";
import { invitedGroups } from "./invited-groups.ts";
import { findMailingLists } from "./mailing-list-store.ts";
import { readPeopleNamed } from "./read-people-named.ts";

/** Somebody to invite. `objectId` is null for typed addresses of people whom no roster knows. */
export interface Invitee {
  address: string;
  displayName: string;
  objectId: string | null;
  /** About how many people a mailing list reaches; null: a person. */
  listSize: number | null;
  /** Belongs to the group, and the whole group is invited. */
  inGroup: boolean;
  /** What this person signs in with, as a roster told, where that is not the address. */
  aliases: string[];
}

/**
 * Who belongs to an audience now: the rosters of its groups (people with an address) and the typed addresses,
 * each person once: by address, and by sign-in name where a roster told it. Nothing is read from the directory:
 * which are lists an admin or the lead says.
 */
export async function resolveAudience(given: {
  db: Db;
  groupId: string;
  audience: Audience;
}): Promise<Invitee[]> {
  const { db, groupId } = given;
  const invitees = new Map<string, Invitee>();
  for (const person of await readRosters(
    db,
    invitedGroups(groupId, given.audience),
  ))
    invitees.set(person.address, person);
  const typed = given.audience.addresses.map(normaliseAddress);
  const known = await readPeopleNamed(db, typed);
  for (const name of typed) {
    const person = known.get(name);
    const address = person?.address ?? name;
    const invitee = invitees.get(address) ?? {
      address,
      displayName: person?.displayName ?? address,
      objectId: person?.objectId ?? null,
      listSize: null,
      inGroup: false,
      aliases: aliasesOf({ address, signInName: person?.userPrincipalName }),
    };
    invitees.set(address, invitee);
  }
  for (const { address, about } of given.audience.lists ?? []) {
    const invitee = invitees.get(normaliseAddress(address));
    if (invitee) invitee.listSize = about;
  }
  // What an admin said of a list counts before what the lead did.
  for (const list of (await findMailingLists(db, typed)).values()) {
    const invitee = invitees.get(list.address);
    if (!invitee) continue;
    invitee.displayName = list.name;
    invitee.listSize = list.about;
  }
  return [...invitees.values()];
}

/** Addresses are compared in lower case: Exchange treats them so. */
export function normaliseAddress(address: string): string {
  return address.trim().toLowerCase();
}

/** Everybody in one of these groups, once. */
async function readRosters(
  db: Db,
  groupIds: readonly string[],
): Promise<Invitee[]> {
  if (groupIds.length === 0) return [];
  const rows = await db
    .selectFrom("people")
    .where(
      sql<boolean>`exists (
        select 1 from group_members
        where person_id = people.id and in_roster and group_id = any(${groupIds}::uuid[])
      )`,
    )
    .where("people.address", "is not", null)
    .select([
      "people.address",
      "people.display_name",
      "people.object_id",
      "people.user_principal_name",
    ])
    .orderBy("people.display_name")
    .execute();
  return rows.flatMap((row) =>
    row.address === null
      ? []
      : [
          {
            address: row.address,
            displayName: row.display_name,
            objectId: row.object_id,
            listSize: null,
            inGroup: true,
            aliases: aliasesOf({
              address: row.address,
              signInName: row.user_principal_name,
            }),
          },
        ],
  );
}

function aliasesOf(person: {
  address: string;
  signInName: string | null | undefined;
}): string[] {
  const { address, signInName } = person;
  return signInName && signInName !== address ? [signInName] : [];
}
