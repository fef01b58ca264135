import { sql } from "kysely";
import type { Db } from "../db/database.ts";
import { addressStanding } from "./address-standing.ts";
import { readAudienceSettings } from "./audience-settings.ts";
import { findMailingLists } from "./mailing-list-store.ts";
import type { Invitee } from "./resolve-audience.ts";

/** Somebody who is to be invited, as far as it matters where they belong. */
type Person = Pick<Invitee, "address" | "displayName" | "objectId">;

/** Who among those to be invited is not of the organization; nobody where that does not matter to it. */
export interface Outside {
  external: Person[];
  guests: Person[];
}

/**
 * Looks where those belong who are to be invited. Guests belong to teams, where somebody of the organization took
 * them in: they are told of and never refused. A group that an admin named is the organization's, whatever its domain.
 */
export async function findOutside(
  db: Db,
  deps: { organizerAddress: string },
  people: readonly Person[],
): Promise<Outside> {
  const { ownDomains, externalPolicy } = await readAudienceSettings(db, deps);
  const outside: Outside = { external: [], guests: [] };
  if (externalPolicy === "allow") return outside;
  const signInNames = await readSignInNames(db, people);
  for (const person of people) {
    const { address, objectId } = person;
    const standing = addressStanding(
      {
        address,
        inRoster: objectId !== null,
        userPrincipalName: signInNames.get(objectId ?? "") ?? null,
      },
      ownDomains,
    );
    if (standing === "guest") outside.guests.push(person);
    if (standing === "external") outside.external.push(person);
  }
  outside.external = await withoutNamedLists(db, outside.external);
  return outside;
}

/** Of those whom a roster knows, by object id. */
async function readSignInNames(
  db: Db,
  people: readonly Person[],
): Promise<Map<string, string>> {
  const objectIds = people.flatMap(({ objectId }) => objectId ?? []);
  if (objectIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("people")
    .where(sql<boolean>`object_id = any(${objectIds}::text[])`)
    .where("user_principal_name", "is not", null)
    .select(["object_id", "user_principal_name"])
    .execute();
  return new Map(
    rows.map((row) => [row.object_id, row.user_principal_name ?? ""]),
  );
}

async function withoutNamedLists(
  db: Db,
  people: readonly Person[],
): Promise<Person[]> {
  const lists = await findMailingLists(
    db,
    people.map(({ address }) => address),
  );
  return people.filter(({ address }) => !lists.has(address));
}
