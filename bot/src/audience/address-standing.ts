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
 * Entra B2B collaboration user"). Pure.
 * @param userPrincipalName the sign-in name if a roster told it; null: no roster knows the person
 * @param ownDomains lower case; each covers its subdomains. Empty: nobody can be told to be external
 */
export function addressStanding(
  person: { address: string; userPrincipalName: string | null },
  ownDomains: readonly string[],
): AddressStanding {
  if (person.userPrincipalName !== null)
    return person.userPrincipalName.toLowerCase().includes("#ext#")
      ? "guest"
      : "own";
  if (ownDomains.length === 0) return "own";
  const domain = domainOf(person.address);
  return ownDomains.some((own) => domain === own || domain.endsWith(`.${own}`))
    ? "own"
    : "external";
}

/** What stands behind the last `@`, in lower case. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}
