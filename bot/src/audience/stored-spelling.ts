import type { AttendeeRow } from "../db/tables/attendees.ts";
import type { Invitee } from "./resolve-audience.ts";

type Row = Pick<AttendeeRow, "address" | "object_id" | "wanted">;

/**
 * Has people stay invited by the address under which they are, where that is a sign-in name which a roster has told
 * to be theirs meanwhile: else a change of anything would cancel it and invite their mail address anew. Who is
 * invited under both stays so. Pure.
 * @param attendees those of the event as it is
 */
export function withStoredSpelling(
  invitees: readonly Invitee[],
  attendees: readonly Row[],
): Invitee[] {
  const rows = new Map(
    attendees.flatMap((row) => (row.wanted ? [[row.address, row]] : [])),
  );
  // Somebody's sign-in name can be another one's mail address.
  const addresses = new Set(invitees.map(({ address }) => address));
  return invitees.flatMap((invitee) => {
    if (invitee.aliases.length === 0) return [invitee];
    const isTheirs = (name: string) => {
      const row = rows.get(name);
      if (!row) return false;
      if (name === invitee.address) return true;
      const { object_id: objectId } = row;
      return (
        !addresses.has(name) &&
        (objectId === null || objectId === invitee.objectId)
      );
    };
    const names = [invitee.address, ...invitee.aliases];
    const stored = names.filter(isTheirs);
    if (stored.length === 0) return [invitee];
    return stored.map((address) => ({
      ...invitee,
      address,
      aliases: names.filter((name) => name !== address),
    }));
  });
}
