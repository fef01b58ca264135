import { html } from "hono/html";
import type { Simulation } from "../simulation.ts";
import type { Person } from "../world/world-seed.ts";
import type { AuthorizeRequest } from "./authorize-request.ts";
import { page, permissionList, type Html } from "./page-frame.ts";
import { describeScope } from "./scopes.ts";

export function consentPage(
  simulation: Simulation,
  request: AuthorizeRequest,
  consent: { person: Person; scopes: string[] },
): Html {
  const { person, scopes } = consent;
  return page(simulation, {
    title: "Permissions requested",
    body: html`
      <p class="quiet">${person.upn}</p>
      <p><strong>${simulation.app.name}</strong> would like to:</p>
      ${permissionList(scopes.map(describeScope))}
      <form method="post" action="${authorizeAction(simulation, "consent")}">
        <input type="hidden" name="request" value="${request.query}" />
        <input type="hidden" name="account" value="${person.upn}" />
        ${
          person.isAdmin
            ? html`<label class="check">
                <input type="checkbox" name="organization" value="yes" />
                Consent on behalf of your organization
              </label>`
            : ""
        }
        <p class="quiet">
          Accepting means that you allow this app to use your data as it says.
        </p>
        <div class="actions">
          <button class="secondary" name="decision" value="cancel">
            Cancel
          </button>
          <button class="primary" name="decision" value="accept">Accept</button>
        </div>
      </form>
    `,
  });
}

/** Addresses of the pages of the authorization endpoint. */
export function authorizeAction(simulation: Simulation, name: string): string {
  return `/${simulation.directory.tenant.id}/oauth2/v2.0/${name}`;
}
