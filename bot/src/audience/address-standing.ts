/**
 * How somebody belongs to the organization.
 *
 * - `own`: a person of the directory, or an address of the organization's own mail domains
 * - `guest`: somebody from elsewhere whom the organization took into its directory
 * - `external`: neither, as far as rosters and domains tell
 */
export type AddressStanding = "own" | "guest" | "external";

/**
 * Tells it from what is known without reading the directory. A roster's word counts before the domain: who is in
 * a team is in the directory, and Entra's sign-in names of guests contain `#EXT#` ("Properties of a Microsoft
 * Entra B2B collaboration user"). Where a roster told no sign-in name, people at other domains are taken for
 * guests. Pure.
 * @param person `inRoster`: a roster of a team told of them
 * @param ownDomains lower case; each covers its subdomains. Empty: nobody can be told to be external
 */
export function addressStanding(
  person: {
    address: string;
    inRoster: boolean;
    userPrincipalName: string | null;
  },
  ownDomains: readonly string[],
): AddressStanding {
  if (person.inRoster && person.userPrincipalName !== null)
    return person.userPrincipalName.toLowerCase().includes("#ext#")
      ? "guest"
      : "own";
  if (isAtOneOf(ownDomains, domainOf(person.address))) return "own";
  return person.inRoster ? "guest" : "external";
}

function isAtOneOf(ownDomains: readonly string[], domain: string): boolean {
  return (
    ownDomains.length === 0 ||
    ownDomains.some((own) => domain === own || domain.endsWith(`.${own}`))
  );
}

/** What stands behind the last `@`, in lower case. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}
