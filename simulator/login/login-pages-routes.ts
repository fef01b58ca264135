import { Hono, type Context } from "hono";
import { z } from "zod";
import type { Simulation } from "../simulation.ts";
import type { Person } from "../world/world-seed.ts";
import {
  parseAuthorizeRequest,
  type AuthorizeRequest,
} from "./authorize-request.ts";
import {
  accountPickerPage,
  adminApprovalPage,
  consentPage,
  signInErrorPage,
} from "./pages.ts";
import {
  acceptConsent,
  cancelLocation,
  nextStep,
  type SignInStep,
} from "./sign-in.ts";

const formSchema = z.object({
  request: z.string().default(""),
  account: z.string().default(""),
  decision: z.string().optional(),
  organization: z.string().optional(),
});
type Form = z.infer<typeof formSchema>;

/** The pages of Entra that people see. They keep no session: each sign-in picks an account. */
export function loginPagesRoutes(simulation: Simulation): Hono {
  const routes = new Hono();
  const base = "/:tenantId/oauth2/v2.0";

  routes.get(`${base}/authorize`, (c) =>
    withRequest(c, new URL(c.req.url).search.slice(1), (request) =>
      c.html(accountPickerPage(simulation, request)),
    ),
  );

  routes.post(`${base}/pick`, async (c) => {
    const form = await readForm(c);
    return withRequest(c, form.request, (request) =>
      withPerson(c, request, form, (person) =>
        show(c, request, person, nextStep(simulation, request, person)),
      ),
    );
  });

  routes.post(`${base}/consent`, async (c) => {
    const form = await readForm(c);
    return withRequest(c, form.request, (request) => {
      if (form.decision !== "accept") {
        return c.redirect(cancelLocation(request), 303);
      }
      return withPerson(c, request, form, (person) => {
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

  function withRequest(
    c: Context,
    query: string,
    proceed: (request: AuthorizeRequest) => Response | Promise<Response>,
  ): Response | Promise<Response> {
    if (c.req.param("tenantId") !== simulation.directory.tenant.id) {
      const message = `Tenant '${c.req.param("tenantId") ?? ""}' not found. Check to make sure you have the correct tenant ID.`;
      return c.html(signInErrorPage(simulation, 90002, message), 400);
    }
    const parsed = parseAuthorizeRequest(simulation, query);
    switch (parsed.kind) {
      case "page":
        return c.html(
          signInErrorPage(simulation, parsed.number, parsed.message),
          400,
        );
      case "redirect":
        return c.redirect(parsed.location, 302);
      case "valid":
        return proceed(parsed.request);
    }
  }

  function withPerson(
    c: Context,
    request: AuthorizeRequest,
    form: Form,
    proceed: (person: Person) => Response | Promise<Response>,
  ): Response | Promise<Response> {
    const person = simulation.directory.personByAddress(form.account);
    if (person) return proceed(person);
    const problem = `We couldn’t find an account with the name ${form.account}.`;
    return c.html(accountPickerPage(simulation, request, problem), 404);
  }

  function show(
    c: Context,
    request: AuthorizeRequest,
    person: Person,
    step: SignInStep,
  ): Response | Promise<Response> {
    const { kind } = step;
    if (kind === "redirect") return c.redirect(step.location, 303);
    const asked = { person, scopes: step.scopes };
    return kind === "consent"
      ? c.html(consentPage(simulation, request, asked))
      : c.html(adminApprovalPage(simulation, request, asked), 403);
  }
}

async function readForm(c: Context): Promise<Form> {
  return formSchema.parse(await c.req.parseBody());
}
