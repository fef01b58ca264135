import type { Attendee } from "../../../../../bot/contract/attendee.ts";
import type { FoundAttendees } from "../../../../../bot/contract/found-attendees.ts";
import type { ApiError } from "../../../api-client/api-error.ts";

/** The pages of a search among attendees that have come so far. */
export interface HeldPages {
  /** Of the search. */
  key: string;
  /** How many fit; null: nothing has come yet. */
  count: number | null;
  /** By number, with the beat at which each was asked for. */
  pages: ReadonlyMap<number, { beat: string; attendees: Attendee[] }>;
  /** By number, why a page has not come: one that came meanwhile does not hide that another is missing. */
  errors: ReadonlyMap<number, ApiError>;
}

export function noPages(key: string): HeldPages {
  return { key, count: null, pages: new Map(), errors: new Map() };
}

/** After a page has come. Pure. */
export function withPage(
  held: HeldPages,
  came: { page: number; beat: string; found: FoundAttendees },
): HeldPages {
  const { page, beat, found } = came;
  const errors = new Map(held.errors);
  errors.delete(page);
  return {
    ...held,
    count: found.count,
    pages: new Map([
      ...held.pages,
      [page, { beat, attendees: found.attendees }],
    ]),
    errors,
  };
}

/** After a page has not come; what was there of it stays. Pure. */
export function withoutPage(
  held: HeldPages,
  { page, error }: { page: number; error: ApiError },
): HeldPages {
  return { ...held, errors: new Map([...held.errors, [page, error]]) };
}

/** Why the first of the pages that are looked at is missing; null: none is. Pure. */
export function errorAmong(
  held: HeldPages,
  { first, last }: { first: number; last: number },
): ApiError | null {
  for (let page = first; page <= last; page += 1) {
    const error = held.errors.get(page);
    if (error) return error;
  }
  return null;
}
