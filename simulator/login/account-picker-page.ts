import { html } from "hono/html";
import type { Simulation } from "../simulation.ts";
import type { Person } from "../world/world-seed.ts";
import { page, type Html } from "./page-frame.ts";

const shownAccounts = 40;

/** Where every sign-in begins: the simulated Entra knows no passwords and keeps no session. */
export function accountPickerPage(
  simulation: Simulation,
  picker: {
    /** Where the choice is sent. */
    action: string;
    /** The query with which the page was opened, carried along. */
    query: string;
    loginHint: string | null;
    problem?: string;
  },
): Html {
  const { action, query, problem } = picker;
  const accounts = accountsFor(simulation, picker.loginHint);
  return page(simulation, {
    title: "Pick an account",
    body: html`
      <p class="quiet">to continue to ${simulation.app.name}</p>
      ${problem ? html`<p class="problem" role="alert">${problem}</p>` : ""}
      <form method="post" action="${action}">
        <input type="hidden" name="request" value="${query}" />
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
      <form method="post" action="${action}" class="other">
        <input type="hidden" name="request" value="${query}" />
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
