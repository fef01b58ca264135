import { Hono, type Context } from "hono";
import type { Simulation } from "../simulation.ts";
import type { Person } from "../world/world-seed.ts";
import { signInProblem } from "./account-refusal.ts";
import { accountPickerPage } from "./account-picker-page.ts";
import {
  adminApprovalPage,
  approvalFormPage,
  requestSentPage,
} from "./approval-pages.ts";
import { requestApproval } from "./approval-requests.ts";
import {
  parseAuthorizeRequest,
  type AuthorizeRequest,
} from "./authorize-request.ts";
import { cancelLocation, wallLeftLocation } from "./leave-locations.ts";
import {
  readForm,
  refuseForeignTenant,
  showProblem,
  withPerson,
  type PageForm,
} from "./page-request.ts";
import { authorizeAction, consentPage } from "./pages.ts";
import { acceptConsent, nextStep, type SignInStep } from "./sign-in.ts";

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
        return c.redirect(leaveLocation(request, form), 303);
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

  routes.post(`${base}/request-approval`, async (c) => {
    const form = await readForm(c);
    return withRequest(c, form.request, (request) =>
      withSigner(c, form, (person) => {
        const step = nextStep(simulation, request, person);
        const { adminConsentWorkflow } = simulation.settings.current();
        if (step.kind !== "adminApproval" || !adminConsentWorkflow) {
          return show(c, request, person, step);
        }
        const { scopes } = step;
        const { justification } = form;
        if (justification.trim() === "") {
          return showWall(c, request, { person, scopes, isIncomplete: true });
        }
        requestApproval(simulation, {
          personId: person.id,
          scopes,
          justification,
        });
        return c.html(requestSentPage(simulation, request, person));
      }),
    );
  });

  return routes;

  /** What the app is told depends on the page that was left. */
  function leaveLocation(request: AuthorizeRequest, form: PageForm): string {
    const person = simulation.directory.personByAddress(form.account);
    const step = person && nextStep(simulation, request, person);
    return step?.kind === "adminApproval"
      ? wallLeftLocation(simulation, request)
      : cancelLocation(simulation, request);
  }

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
      : showWall(c, request, asked);
  }

  function showWall(
    c: Context,
    request: AuthorizeRequest,
    wall: { person: Person; scopes: string[]; isIncomplete?: boolean },
  ): Reply {
    const page = simulation.settings.current().adminConsentWorkflow
      ? approvalFormPage(simulation, request, wall)
      : adminApprovalPage(simulation, request, wall);
    return c.html(page, 403);
  }
}
