import type { Context } from "hono";
import { z } from "zod";
import type { Simulation } from "../simulation.ts";
import type { Person } from "../world/world-seed.ts";
import { accountPickerPage } from "./account-picker-page.ts";
import { signInErrorPage } from "./page-frame.ts";

const formSchema = z.object({
  request: z.string().default(""),
  account: z.string().default(""),
  decision: z.string().optional(),
  organization: z.string().optional(),
  justification: z.string().default(""),
});
/** What the forms of the sign-in pages send back. */
export type PageForm = z.infer<typeof formSchema>;

type Reply = Response | Promise<Response>;

export async function readForm(c: Context): Promise<PageForm> {
  return formSchema.parse(await c.req.parseBody());
}

/** The refusal of an address that names another tenant; null when it is ours. */
export function refuseForeignTenant(
  simulation: Simulation,
  c: Context,
): Reply | null {
  const tenantId = c.req.param("tenantId") ?? "";
  if (tenantId === simulation.directory.tenant.id) return null;
  return showProblem(simulation, c, {
    number: 90002,
    message: `Tenant '${tenantId}' not found. Check to make sure you have the correct tenant ID.`,
  });
}

export function showProblem(
  simulation: Simulation,
  c: Context,
  problem: { number: number; message: string; title?: string },
): Reply {
  return c.html(signInErrorPage(simulation, problem), 400);
}

/** Goes on with the account that was picked, or lets pick again. */
export function withPerson(
  simulation: Simulation,
  c: Context,
  picked: { form: PageForm; action: string },
  proceed: (person: Person) => Reply,
): Reply {
  const { form, action } = picked;
  const person = simulation.directory.personByAddress(form.account);
  if (person) return proceed(person);
  const picker = accountPickerPage(simulation, {
    action,
    query: form.request,
    loginHint: null,
    problem: `We couldn’t find an account with the name ${form.account}.`,
  });
  return c.html(picker, 404);
}
