import { html } from "hono/html";
import type { Simulation } from "../simulation.ts";
import type { Person } from "../world/world-seed.ts";
import type { AdminConsentRequest } from "./admin-consent-request.ts";
import { findApplicationPermission } from "./application-permissions.ts";
import { page, permissionList, type Html } from "./page-frame.ts";
import { describeScope } from "./scopes.ts";

/** Entra: Consent experience for applications, the user is directed to the admin consent flow. */
export function adminConsentPage(
  simulation: Simulation,
  request: AdminConsentRequest,
  person: Person,
): Html {
  const { name } = simulation.app;
  const { scopes, applicationPermissions } = request;
  return page(simulation, {
    title: "Permissions requested",
    body: html`
      <p class="quiet">${person.upn}</p>
      <p><strong>Review for your organization</strong></p>
      ${
        scopes.length > 0
          ? html`<p>
                <strong>${name}</strong> would like to, as whoever is signed in,
                for all users in your organization:
              </p>
              ${permissionList(scopes.map(describeScope))}`
          : ""
      }
      ${
        applicationPermissions.length > 0
          ? html`<p>
                <strong>${name}</strong> would like to, without a signed-in
                user:
              </p>
              ${permissionList(
                applicationPermissions.map((permission) => ({
                  title:
                    findApplicationPermission(permission)?.title ?? permission,
                  name: permission,
                })),
              )}`
          : ""
      }
      <p class="quiet">
        If you accept, this app will get access to the specified resources for
        all users in your organization. No one else will be prompted to review
        these permissions.
      </p>
      <form method="post" action="${adminConsentAction(simulation, "decide")}">
        <input type="hidden" name="request" value="${request.query}" />
        <input type="hidden" name="account" value="${person.upn}" />
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

/** For everybody who may not consent for the organization; no request can be sent from here. */
export function adminConsentRefusedPage(
  simulation: Simulation,
  request: AdminConsentRequest,
  person: Person,
): Html {
  const again = `${adminConsentAction(simulation)}?${request.query}`;
  return page(simulation, {
    title: "Need admin approval",
    body: html`
      <p class="quiet">${person.upn}</p>
      <p class="problem" role="alert">
        AADSTS90094: <strong>${simulation.app.name}</strong> needs permission to
        access resources in your organization that only an admin can grant.
        Please ask an admin to grant permission to this app before you can use
        it.
      </p>
      <p>
        <a href="${again}">Have an admin account? Sign in with that account</a>
      </p>
      <form method="post" action="${adminConsentAction(simulation, "decide")}">
        <input type="hidden" name="request" value="${request.query}" />
        <input type="hidden" name="account" value="${person.upn}" />
        <button class="link" name="decision" value="cancel">
          Return to the application without granting consent
        </button>
      </form>
    `,
  });
}

/** Addresses of the pages of the admin consent endpoint. */
export function adminConsentAction(
  simulation: Simulation,
  name?: string,
): string {
  const endpoint = `/${simulation.directory.tenant.id}/v2.0/adminconsent`;
  return name === undefined ? endpoint : `${endpoint}/${name}`;
}
