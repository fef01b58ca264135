import { filterOfAddress } from "./filter-address.ts";
import { listPath } from "./use-event-list.ts";

/**
 * Where the list of an address comes from, before it is known who reads. Null: that is not known yet. In a channel an
 * address that names no group asks for that of the team, which only the reader's groups name; and a week's or month's
 * events are asked for by the moments at which the reader's days begin.
 */
export function listPathAhead({
  query,
  teamId,
}: {
  query: URLSearchParams;
  teamId: string | null;
}): string | null {
  if (teamId !== null && !query.has("group")) return null;
  const filter = filterOfAddress(query, { groups: [], teamId });
  const { shown } = filter;
  return shown === "upcoming" || shown === "past"
    ? listPath(shown, filter)
    : null;
}
