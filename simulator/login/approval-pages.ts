import { html } from "hono/html";
import type { Simulation } from "../simulation.ts";
import type { Person } from "../world/world-seed.ts";
import type { AuthorizeRequest } from "./authorize-request.ts";
import { page, permissionList, type Html } from "./page-frame.ts";
import { authorizeAction } from "./pages.ts";
import { describeScope } from "./scopes.ts";

interface Wall {
  person: Person;
  scopes: string[];
}

/** Entra: Consent experience for applications, a permission that the user has no right to grant. */
export function adminApprovalPage(
  simulation: Simulation,
  request: AuthorizeRequest,
  wall: Wall,
): Html {
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
      ${otherAccountLink(simulation, request)}
      ${leaveForm(simulation, request, wall.person, {
        label: "Return to the application without granting consent",
        style: "link",
      })}
    `,
  });
}

/** Entra: Overview of admin consent workflow; the wall of organizations that have turned it on. */
export function approvalFormPage(
  simulation: Simulation,
  request: AuthorizeRequest,
  wall: Wall & { isIncomplete?: boolean },
): Html {
  const { person, scopes, isIncomplete } = wall;
  return page(simulation, {
    title: "Approval required",
    body: html`
      <p class="quiet">${person.upn}</p>
      <p>
        <strong>${simulation.app.name}</strong> requires your admin’s approval
        to:
      </p>
      ${permissionList(scopes.map(describeScope))}
      ${
        isIncomplete
          ? html`<p class="problem" role="alert">Enter a justification.</p>`
          : ""
      }
      <form
        method="post"
        action="${authorizeAction(simulation, "request-approval")}"
        class="justification"
      >
        ${signer(request, person)}
        <label for="justification"
          >Enter justification for requesting this app</label
        >
        <textarea
          id="justification"
          name="justification"
          required
          maxlength="500"
        ></textarea>
        <div class="actions">
          <button class="primary">Request approval</button>
        </div>
      </form>
      ${otherAccountLink(simulation, request)}
      ${leaveForm(simulation, request, person, {
        label: "Cancel and return to the application",
        style: "link",
      })}
    `,
  });
}

export function requestSentPage(
  simulation: Simulation,
  request: AuthorizeRequest,
  person: Person,
): Html {
  return page(simulation, {
    title: "Request sent",
    body: html`
      <p class="quiet">${person.upn}</p>
      <p role="status">
        Your request has been sent to an admin. You will be notified once it has
        been decided.
      </p>
      ${leaveForm(simulation, request, person, {
        label: "Back to app",
        style: "primary",
      })}
    `,
  });
}

function otherAccountLink(
  simulation: Simulation,
  request: AuthorizeRequest,
): Html {
  const again = `${authorizeAction(simulation, "authorize")}?${request.query}`;
  return html`<p>
    <a href="${again}">Have an admin account? Sign in with that account</a>
  </p>`;
}

function leaveForm(
  simulation: Simulation,
  request: AuthorizeRequest,
  person: Person,
  button: { label: string; style: "link" | "primary" },
): Html {
  return html`<form
    method="post"
    action="${authorizeAction(simulation, "consent")}"
  >
    ${signer(request, person)}
    <button class="${button.style}" name="decision" value="cancel">
      ${button.label}
    </button>
  </form>`;
}

/** What carries the request and the account from page to page. */
function signer(request: AuthorizeRequest, person: Person): Html {
  return html`<input type="hidden" name="request" value="${request.query}" />
    <input type="hidden" name="account" value="${person.upn}" />`;
}
