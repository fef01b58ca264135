import type { Invitee } from "./resolve-audience.ts";

/**
 * Has people stay invited by the address under which they are, where that is a sign-in name which a roster has told
 * to be theirs meanwhile: else a change of anything would cancel it and invite their mail address anew. Who is
 * invited under both stays so. Pure.
 * @param invited the addresses of those who are invited
 */
export function withStoredSpelling(
  invitees: readonly Invitee[],
  invited: ReadonlySet<string>,
): Invitee[] {
  return invitees.flatMap((invitee) => {
    if (invitee.aliases.length === 0) return [invitee];
    const names = [invitee.address, ...invitee.aliases];
    const stored = names.filter((name) => invited.has(name));
    if (stored.length === 0) return [invitee];
    return stored.map((address) => ({
      ...invitee,
      address,
      aliases: names.filter((name) => name !== address),
    }));
  });
}
