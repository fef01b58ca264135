import { html, raw } from "hono/html";
import type { Simulation } from "../simulation.ts";
import type { Person } from "../world/world-seed.ts";
import type { AuthorizeRequest } from "./authorize-request.ts";
import { pageStyle } from "./page-style.ts";
import { findScope } from "./scopes.ts";

type Html = ReturnType<typeof html>;

const shownAccounts = 40;

export function accountPickerPage(
  simulation: Simulation,
  request: AuthorizeRequest,
  problem?: string,
): Html {
  const accounts = accountsFor(simulation, request.loginHint);
  return page(simulation, {
    title: "Pick an account",
    body: html`
      <p class="quiet">to continue to ${simulation.app.name}</p>
      ${problem ? html`<p class="problem" role="alert">${problem}</p>` : ""}
      <form method="post" action="${action(simulation, "pick")}">
        <input type="hidden" name="request" value="${request.query}" />
        <ul class="accounts">
          ${accounts.map(
            (person) => html`
              <li>
                <button name="account" value="${person.upn}">
                  <span class="picture" aria-hidden="true"
                    >${initials(person)}</span
                  >
                  <span class="who">
                    <strong>${person.displayName}</strong>
                    <small>${person.upn}${note(person)}</small>
                  </span>
                </button>
              </li>
            `,
          )}
        </ul>
      </form>
      <form method="post" action="${action(simulation, "pick")}" class="other">
        <input type="hidden" name="request" value="${request.query}" />
        <label for="other">Use another account</label>
        <div class="row">
          <input
            id="other"
            name="account"
            type="email"
            required
            autocomplete="off"
            placeholder="name@${simulation.directory.tenant.domain}"
          />
          <button class="secondary">Next</button>
        </div>
      </form>
    `,
  });
}

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
      ${scopeList(scopes)}
      <form method="post" action="${action(simulation, "consent")}">
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
  const again = `${action(simulation, "authorize")}?${request.query}`;
  return page(simulation, {
    title: "Need admin approval",
    body: html`
      <p class="quiet">${wall.person.upn}</p>
      <p>
        <strong>${simulation.app.name}</strong> needs permission to access
        resources in your organization that only an admin can grant. Please ask
        an admin to grant permission to this app before you can use it.
      </p>
      ${scopeList(wall.scopes)}
      <p>
        <a href="${again}">Have an admin account? Sign in with that account</a>
      </p>
      <form method="post" action="${action(simulation, "consent")}">
        <input type="hidden" name="request" value="${request.query}" />
        <input type="hidden" name="account" value="${wall.person.upn}" />
        <button class="link" name="decision" value="cancel">
          Return to the application without granting consent
        </button>
      </form>
    `,
  });
}

export function signInErrorPage(
  simulation: Simulation,
  number: number,
  message: string,
): Html {
  return page(simulation, {
    title: "Sorry, but we’re having trouble signing you in.",
    body: html`<p class="problem" role="alert">AADSTS${number}: ${message}</p>`,
  });
}

function page(simulation: Simulation, of: { title: string; body: Html }): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${of.title}</title>
        <style>
          ${raw(pageStyle)}
        </style>
      </head>
      <body>
        <main>
          <p class="brand">
            ${simulation.directory.tenant.name}
            <span>simulated sign-in, no password</span>
          </p>
          <h1>${of.title}</h1>
          ${of.body}
        </main>
      </body>
    </html>`;
}

function scopeList(scopes: string[]): Html {
  return html`<ul class="scopes">
    ${scopes.map(
      (name) =>
        html`<li>${findScope(name)?.title ?? name} <small>${name}</small></li>`,
    )}
  </ul>`;
}

/** The hinted account first, then those that matter, then the rest by name. */
function accountsFor(simulation: Simulation, hint: string | null): Person[] {
  const { directory } = simulation;
  const hinted = hint ? directory.personByAddress(hint) : undefined;
  const rank = (person: Person) =>
    person === hinted
      ? 0
      : person.isServiceAccount
        ? 1
        : person.isAdmin
          ? 2
          : 3;
  const first = directory.people.slice(0, shownAccounts);
  if (hinted && !first.includes(hinted)) first.push(hinted);
  return first.toSorted((a, b) => rank(a) - rank(b));
}

function action(simulation: Simulation, name: string): string {
  return `/${simulation.directory.tenant.id}/oauth2/v2.0/${name}`;
}

function note(person: Person): string {
  if (person.isServiceAccount) return " · service account";
  return person.isAdmin ? " · admin" : "";
}

function initials(person: Person): string {
  const names = person.displayName.split(" ");
  return names
    .map((name) => name.charAt(0))
    .slice(0, 2)
    .join("");
}
