import { Hono } from "hono";

/** Stands in for `https://outlook.office.com`. */
export const outlookWebPath = "/outlook/web";

/**
 * Outlook on the web's address of a day in the calendar leads to the simulator's own page, for the
 * person whom the address names, or whom the page showed on which the link was.
 */
export function outlookWebRoute(): Hono {
  const routes = new Hono();
  routes.get(`${outlookWebPath}/calendar/view/day/:year/:month/:day`, (c) => {
    const { origin } = new URL(c.req.url);
    const from = new URL(c.req.header("referer") ?? origin, origin);
    const kept = new URLSearchParams();
    for (const name of ["as", "theme"]) {
      const before =
        from.origin === origin ? from.searchParams.get(name) : null;
      const value = c.req.query(name) ?? before;
      if (value !== null) kept.set(name, value);
    }
    const query = kept.size > 0 ? `?${kept.toString()}` : "";
    return c.redirect(`/outlook${query}`);
  });
  return routes;
}
