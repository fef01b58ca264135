import { Hono, type Context } from "hono";
import type { Simulation } from "../simulation.ts";
import type { Person } from "../world/world-seed.ts";
import { accountPickerPage } from "./account-picker-page.ts";
import { signInProblem } from "./account-refusal.ts";
import {
  acceptAdminConsent,
  adminConsentCancelLocation,
} from "./admin-consent-answer.ts";
import {
  adminConsentAction,
  adminConsentPage,
  adminConsentRefusedPage,
} from "./admin-consent-pages.ts";
import {
  parseAdminConsentRequest,
  type AdminConsentRequest,
} from "./admin-consent-request.ts";
import {
  readForm,
  refuseForeignTenant,
  showProblem,
  withPerson,
  type PageForm,
} from "./page-request.ts";

type Reply = Response | Promise<Response>;

/** Entra: Admin consent on the Microsoft identity platform. Only admins get further than the picker. */
export function adminConsentRoutes(simulation: Simulation): Hono {
  const routes = new Hono();
  const base = "/:tenantId/v2.0/adminconsent";
  const pickAction = adminConsentAction(simulation, "pick");

  routes.get(base, (c) =>
    withRequest(c, new URL(c.req.url).search.slice(1), (request) =>
      c.html(
        accountPickerPage(simulation, {
          action: pickAction,
          query: request.query,
          loginHint: null,
        }),
      ),
    ),
  );

  routes.post(`${base}/pick`, async (c) => {
    const form = await readForm(c);
    return withRequest(c, form.request, (request) =>
      withAdmin(c, request, form, (admin) =>
        c.html(adminConsentPage(simulation, request, admin)),
      ),
    );
  });

  routes.post(`${base}/decide`, async (c) => {
    const form = await readForm(c);
    return withRequest(c, form.request, (request) => {
      if (form.decision !== "accept") {
        return c.redirect(adminConsentCancelLocation(simulation, request), 303);
      }
      return withAdmin(c, request, form, () =>
        c.redirect(acceptAdminConsent(simulation, request), 303),
      );
    });
  });

  return routes;

  /** Goes on with an admin who may sign in; everybody else is told why not. */
  function withAdmin(
    c: Context,
    request: AdminConsentRequest,
    form: PageForm,
    proceed: (admin: Person) => Reply,
  ): Reply {
    return withPerson(simulation, c, { form, action: pickAction }, (person) => {
      const problem = signInProblem(simulation, person);
      if (problem) return showProblem(simulation, c, problem);
      return person.isAdmin
        ? proceed(person)
        : c.html(adminConsentRefusedPage(simulation, request, person), 403);
    });
  }

  function withRequest(
    c: Context,
    query: string,
    proceed: (request: AdminConsentRequest) => Reply,
  ): Reply {
    const foreign = refuseForeignTenant(simulation, c);
    if (foreign) return foreign;
    const parsed = parseAdminConsentRequest(simulation, query);
    return parsed.kind === "page"
      ? showProblem(simulation, c, parsed)
      : proceed(parsed.request);
  }
}
