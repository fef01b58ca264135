import { html } from "hono/html";
import type { Simulation } from "../../simulation.ts";
import { page, type Html } from "../page-frame.ts";
import { approvalSection } from "./approval-section.ts";
import { grantSections } from "./grant-sections.ts";
import { actionButton } from "./action-button.ts";

/** The few pages of the Entra admin center that have to do with the app, on one. */
export function adminCenterPage(
  simulation: Simulation,
  done: string | null,
): Html {
  return page(simulation, {
    title: "Entra admin center",
    note: "simulated: everybody here may do what admins do",
    isWide: true,
    body: html`
      <p class="quiet">
        What ${simulation.app.name} may do in
        ${simulation.directory.tenant.name}, and who may sign in.
        <a href="/">Back to Teams</a> ·
        <a href="/inspector/settings">Settings</a>
      </p>
      ${done ? html`<p class="done" role="status">${done}</p>` : ""}
      ${approvalSection(simulation)} ${grantSections(simulation)}
      ${registrationSection(simulation)} ${accountSection(simulation)}
    `,
  });
}

function registrationSection(simulation: Simulation): Html {
  const { requestedApplicationPermissions: listed } = simulation.app;
  return html`<section aria-labelledby="registration">
    <h2 id="registration">App registration</h2>
    <p>
      The admin consent link with <code>.default</code> asks for what the
      registration lists:
      ${simulation.app.requestedDelegatedPermissions.join(", ")}${
        listed.length > 0
          ? html`, and for the app itself ${listed.join(", ")}`
          : ", and nothing for the app itself"
      }.
    </p>
    <div class="row">
      ${
        listed.length > 0
          ? actionButton("list-nothing", "List no application permissions")
          : actionButton(
              "list-attendance",
              "List the permissions for attendance",
            )
      }
    </div>
  </section>`;
}

function accountSection(simulation: Simulation): Html {
  const account = simulation.directory.serviceAccount;
  if (!account) return html``;
  const { serviceAccountEnabled } = simulation.settings.current();
  return html`<section aria-labelledby="account">
    <h2 id="account">${account.displayName}</h2>
    <p>
      ${account.upn}:
      ${serviceAccountEnabled ? "may sign in." : "sign-in is blocked."}
    </p>
    <div class="row">
      ${actionButton(
        "revoke-sessions",
        "Revoke sessions of the service account",
      )}
      ${
        serviceAccountEnabled
          ? actionButton("block", "Block sign-in")
          : actionButton("unblock", "Unblock sign-in")
      }
    </div>
  </section>`;
}
