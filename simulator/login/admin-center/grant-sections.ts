import { html } from "hono/html";
import type { Simulation } from "../../simulation.ts";
import { findApplicationPermission } from "../application-permissions.ts";
import { listGrants, type PermissionGrant } from "../grants.ts";
import type { Html } from "../page-frame.ts";
import { describeScope } from "../scopes.ts";
import { actionButton } from "./action-button.ts";

/** Entra: Review permissions granted to enterprise applications; each can be taken back. */
export function grantSections(simulation: Simulation): Html {
  const grants = listGrants(simulation);
  const account = simulation.directory.serviceAccount;
  return html`<section aria-labelledby="delegated">
      <h2 id="delegated">Delegated permissions</h2>
      ${
        grants.length === 0
          ? html`<p class="quiet">Nobody has granted any.</p>`
          : grants.map((grant) => grantView(simulation, grant))
      }
      ${
        account
          ? html`<div class="row">
              ${actionButton(
                "grant-service-account",
                `Grant to ${account.displayName} alone`,
                { isPrimary: true },
              )}
            </div>`
          : ""
      }
    </section>
    <section aria-labelledby="application">
      <h2 id="application">Application permissions</h2>
      ${applicationView(simulation)}
    </section>`;
}

function grantView(simulation: Simulation, grant: PermissionGrant): Html {
  const { personId, scopes } = grant;
  const { directory } = simulation;
  const holder =
    personId === null
      ? `Everybody in ${directory.tenant.name}`
      : `${directory.person(personId)?.displayName ?? personId} alone`;
  const person = personId ?? "";
  return html`<h3>${holder}</h3>
    <ul class="grants">
      ${scopes.map((scope) => {
        const { title } = describeScope(scope);
        return html`<li>
          <span>${title} <small>${scope}</small></span>
          ${actionButton("remove-grant", "Remove", {
            person,
            permission: scope,
            about: `${scope} from ${holder}`,
          })}
        </li>`;
      })}
    </ul>
    <div class="row">
      ${actionButton("remove-grant", "Remove all", {
        person,
        about: `from ${holder}`,
      })}
    </div>`;
}

function applicationView({ app }: Simulation): Html {
  if (app.applicationPermissions.length === 0) {
    return html`<p class="quiet">The app itself holds none.</p>`;
  }
  return html`<ul class="grants">
    ${app.applicationPermissions.map(
      (name) =>
        html`<li>
          <span
            >${findApplicationPermission(name)?.title ?? name}
            <small>${name}</small></span
          >
          ${actionButton("remove-application-permission", "Remove", {
            permission: name,
            about: name,
          })}
        </li>`,
    )}
  </ul>`;
}
