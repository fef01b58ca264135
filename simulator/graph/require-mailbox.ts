import type { Simulation } from "../simulation.ts";
import type { Settings } from "../settings/settings.ts";
import type { Person } from "../world/world-seed.ts";
import { GraphError } from "./graph-error.ts";

type MailboxErrorCode = Exclude<Settings["missingMailboxError"], "alternating">;

/** As reported; the third is older. */
const messages: Record<MailboxErrorCode, string> = {
  MailboxNotEnabledForRESTAPI:
    "The mailbox is either inactive, soft-deleted, or is hosted on-premise.",
  ResourceNotFound: "Resource could not be discovered.",
  MailboxNotSupportedForRESTAPI:
    "REST API is not yet supported for this mailbox.",
};

/** The person's mailbox, which an account without an Exchange licence lacks. */
export function requireMailbox(simulation: Simulation, person: Person): void {
  const settings = simulation.settings.current();
  if (!person.isServiceAccount || settings.serviceAccountMailbox === "ok")
    return;
  const { missingMailboxError } = settings;
  const code =
    missingMailboxError === "alternating"
      ? nextInTurn(simulation)
      : missingMailboxError;
  throw new GraphError({ status: 404, code, message: messages[code] });
}

/** One error and the other in turn, from the same one after each reset. */
function nextInTurn(simulation: Simulation): MailboxErrorCode {
  const counts = simulation.store.table<number>("mailboxErrors");
  const count = counts.get("given") ?? 0;
  counts.put("given", count + 1);
  return count % 2 === 0 ? "MailboxNotEnabledForRESTAPI" : "ResourceNotFound";
}
