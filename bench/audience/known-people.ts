import pg from "pg";

/** People whom rosters told, as many as the largest list: looking somebody up costs what it costs in a large company. */
const knownPeople = 50_000;

/** Every tenth signs in with another name than their address. */
const signInName = (n: number) =>
  n % 10 === 0 ? `first.last${n}@contoso.com` : address(n);
const address = (n: number) => `employee.number${n}@contoso.com`;

/** Stores them as a sync of teams would have. */
export async function storeKnownPeople(
  connectionString: string,
): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const places = Array.from({ length: knownPeople }, (_, n) => n);
    await client.query(
      `insert into people (id, object_id, display_name, address, user_principal_name)
       select gen_random_uuid(), 'known-' || n, 'Employee Number ' || n, address, upn
       from unnest($1::integer[], $2::text[], $3::text[]) as known(n, address, upn)`,
      [places, places.map(address), places.map(signInName)],
    );
    await client.query("analyze people");
  } finally {
    await client.end();
  }
}

/**
 * A list as leads have them: every other is known by the address, every tenth by the sign-in name, every twentieth is
 * of another company and every fiftieth comes twice; the others are of the company and nobody knows them.
 */
export function mixedList(count: number): string[] {
  return Array.from({ length: count }, (_, n) => {
    if (n % 50 === 49) return address(n - 1).toUpperCase();
    if (n % 20 === 7) return `somebody.else${n}@fabrikam.com`;
    if (n % 10 === 0) return signInName(n);
    return n % 2 === 0 ? address(n) : `not.known${n}@contoso.com`;
  });
}
