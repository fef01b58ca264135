import type { Db } from "../db/database.ts";
import { AppError } from "../errors.ts";
import { readAudienceSettings } from "./audience-settings.ts";
import { findOutside } from "./find-outside.ts";
import type { Invitee } from "./resolve-audience.ts";

/** Addresses that a refusal names; the rest is a number. */
const namedInRefusal = 5;

/**
 * Holds those who are newly to be invited to the organization's rule for addresses outside it.
 * @throws {AppError} 422 naming them, where it refuses such addresses
 */
export async function refuseOutside(
  db: Db,
  deps: { organizerAddress: string },
  people: readonly Pick<Invitee, "address" | "displayName" | "objectId">[],
): Promise<void> {
  if (people.length === 0) return;
  const { externalPolicy } = await readAudienceSettings(db, deps);
  if (externalPolicy !== "refuse") return;
  const { external } = await findOutside(db, deps, people);
  if (external.length > 0) throw refusal(external);
}

function refusal(external: readonly Pick<Invitee, "address">[]): AppError {
  const more = external.length - namedInRefusal;
  const addresses = external
    .slice(0, namedInRefusal)
    .map(({ address }) => address);
  if (more > 0) addresses.push(`${more.toLocaleString("en")} more`);
  const last = addresses.pop() ?? "";
  const named =
    addresses.length > 0 ? `${addresses.join(", ")} and ${last}` : last;
  return new AppError({
    code: "outsideRefused",
    status: 422,
    field: "audience.addresses",
    message: `Your organization does not let people outside it be invited: ${named}. Take them off, or ask an administrator to allow them in Settings.`,
  });
}
