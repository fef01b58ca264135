import { Hono, type Context } from "hono";
import type { Simulation } from "../simulation.ts";
import type { Person } from "../world/world-seed.ts";
import { signInProblem } from "./account-refusal.ts";
import { accountPickerPage } from "./account-picker-page.ts";
import {
  parseAuthorizeRequest,
  type AuthorizeRequest,
} from "./authorize-request.ts";
import {
  readForm,
  refuseForeignTenant,
  showProblem,
  withPerson,
  type PageForm,
} from "./page-request.ts";
import { adminApprovalPage, authorizeAction, consentPage } from "./pages.ts";
import {
  acceptConsent,
  cancelLocation,
  nextStep,
  type SignInStep,
} from "./sign-in.ts";

type Reply = Response | Promise<Response>;

/** The authorization endpoint: pick an account, consent or meet the approval wall. */
export function authorizeRoutes(simulation: Simulation): Hono {
  const routes = new Hono();
  const base = "/:tenantId/oauth2/v2.0";
  const pickAction = authorizeAction(simulation, "pick");

  routes.get(`${base}/authorize`, (c) =>
    withRequest(c, new URL(c.req.url).search.slice(1), (request) =>
      c.html(
        accountPickerPage(simulation, {
          action: pickAction,
          query: request.query,
          loginHint: request.loginHint,
        }),
      ),
    ),
  );

  routes.post(`${base}/pick`, async (c) => {
    const form = await readForm(c);
    return withRequest(c, form.request, (request) =>
      withSigner(c, form, (person) =>
        show(c, request, person, nextStep(simulation, request, person)),
      ),
    );
  });

  routes.post(`${base}/consent`, async (c) => {
    const form = await readForm(c);
    return withRequest(c, form.request, (request) => {
      if (form.decision !== "accept") {
        return c.redirect(cancelLocation(simulation, request), 303);
      }
      return withSigner(c, form, (person) => {
        const forOrganization = form.organization === "yes";
        const step = acceptConsent(simulation, request, {
          person,
          forOrganization,
        });
        return show(c, request, person, step);
      });
    });
  });

  return routes;

  /** Goes on with an account that may sign in. */
  function withSigner(
    c: Context,
    form: PageForm,
    proceed: (person: Person) => Reply,
  ): Reply {
    return withPerson(simulation, c, { form, action: pickAction }, (person) => {
      const problem = signInProblem(simulation, person);
      return problem ? showProblem(simulation, c, problem) : proceed(person);
    });
  }

  function withRequest(
    c: Context,
    query: string,
    proceed: (request: AuthorizeRequest) => Reply,
  ): Reply {
    const foreign = refuseForeignTenant(simulation, c);
    if (foreign) return foreign;
    const parsed = parseAuthorizeRequest(simulation, query);
    switch (parsed.kind) {
      case "page":
        return showProblem(simulation, c, parsed);
      case "redirect":
        return c.redirect(parsed.location, 302);
      case "valid":
        return proceed(parsed.request);
    }
  }

  function show(
    c: Context,
    request: AuthorizeRequest,
    person: Person,
    step: SignInStep,
  ): Reply {
    const { kind } = step;
    if (kind === "redirect") return c.redirect(step.location, 303);
    const asked = { person, scopes: step.scopes };
    return kind === "consent"
      ? c.html(consentPage(simulation, request, asked))
      : c.html(adminApprovalPage(simulation, request, asked), 403);
  }
}
