import { Hono } from "hono";
import { getCookie } from "hono/cookie";

/** Stands in for `https://outlook.office.com`. */
export const outlookWebPath = "/outlook/web";

/** Whom this browser showed last, as the pages note it: that person is signed in to Outlook on the web. */
const personCookie = "simulated-person";

/**
 * Outlook on the web's address of a day in the calendar leads to that day on the simulator's own page, for the person
 * whom the address names, or whom the page showed on which the link was, or whom this browser showed last.
 */
export function outlookWebRoute(): Hono {
  const routes = new Hono();
  routes.get(
    `${outlookWebPath}/calendar/view/day/:year/:month/:dayOfMonth`,
    (c) => {
      const { origin } = new URL(c.req.url);
      const from = new URL(c.req.header("referer") ?? origin, origin);
      const before =
        from.origin === origin ? from.searchParams : new URLSearchParams();
      const query = new URLSearchParams();
      const person =
        c.req.query("as") ?? before.get("as") ?? getCookie(c, personCookie);
      if (person !== undefined) query.set("as", person);
      const theme = c.req.query("theme") ?? before.get("theme");
      if (theme !== null) query.set("theme", theme);
      const { year, month, dayOfMonth } = c.req.param();
      query.set("day", [year, two(month), two(dayOfMonth)].join("-"));
      return c.redirect(`/outlook?${query.toString()}`);
    },
  );
  return routes;
}

function two(number: string): string {
  return number.padStart(2, "0");
}
