import { html } from "hono/html";
import type { Simulation } from "../../simulation.ts";
import {
  listApprovalRequests,
  type ApprovalRequest,
} from "../approval-requests.ts";
import type { Html } from "../page-frame.ts";
import { actionButton } from "./action-button.ts";

/** Entra: Review admin consent requests. */
export function approvalSection(simulation: Simulation): Html {
  const requests = listApprovalRequests(simulation);
  return html`<section aria-labelledby="requests">
    <h2 id="requests">Admin consent requests</h2>
    ${
      requests.length === 0
        ? html`<p class="quiet">Nobody has asked for approval.</p>`
        : html`<ul class="grants">
            ${requests.map((request) => requestView(simulation, request))}
          </ul>`
    }
  </section>`;
}

function requestView(simulation: Simulation, request: ApprovalRequest): Html {
  const { personId: person, scopes, justification, status } = request;
  const name = simulation.directory.person(person)?.displayName ?? person;
  return html`<li>
    <span>
      <strong>${name}</strong>: ${justification}
      <small>${scopes.join(", ")}</small>
    </span>
    ${
      status === "pending"
        ? html`<span class="row">
            ${actionButton("approve", "Approve", {
              person,
              about: `for everybody what ${name} asks for`,
              isPrimary: true,
            })}
            ${actionButton("deny", "Deny", {
              person,
              about: `what ${name} asks for`,
            })}
          </span>`
        : html`<span class="quiet"
            >${status === "approved" ? "Approved" : "Denied"}</span
          >`
    }
  </li>`;
}
