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

export function adminApprovalPage(
  simulation: Simulation,
  request: AuthorizeRequest,
  wall: { person: Person; scopes: string[] },
): Html {
  const again = `${authorizeAction(simulation, "authorize")}?${request.query}`;
  return page(simulation, {
    title: "Need admin approval",
    body: html`
      <p class="quiet">${wall.person.upn}</p>
      <p>
        <strong>${simulation.app.name}</strong> needs permission to access
        resources in your organization that only an admin can grant. Please ask
        an admin to grant permission to this app before you can use it.
      </p>
      ${permissionList(wall.scopes.map(describeScope))}
      <p>
        <a href="${again}">Have an admin account? Sign in with that account</a>
      </p>
      <form method="post" action="${authorizeAction(simulation, "consent")}">
        <input type="hidden" name="request" value="${request.query}" />
        <input type="hidden" name="account" value="${wall.person.upn}" />
        <button class="link" name="decision" value="cancel">
          Return to the application without granting consent
        </button>
      </form>
    `,
  });
}

/** Addresses of the pages of the authorization endpoint. */
export function authorizeAction(simulation: Simulation, name: string): string {
  return `/${simulation.directory.tenant.id}/oauth2/v2.0/${name}`;
}
