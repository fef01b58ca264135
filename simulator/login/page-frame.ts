import { html, raw } from "hono/html";
import type { Simulation } from "../simulation.ts";
import { pageStyle } from "./page-style.ts";

export type Html = ReturnType<typeof html>;

/** What every page of the simulated Entra looks like. */
export function page(
  simulation: Simulation,
  of: {
    title: string;
    body: Html;
    /** Beside the organization's name. */
    note?: string;
    isWide?: boolean;
  },
): Html {
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
        <main class="${of.isWide ? "wide" : ""}">
          <p class="brand">
            ${simulation.directory.tenant.name}
            <span>${of.note ?? "simulated sign-in, no password"}</span>
          </p>
          <h1>${of.title}</h1>
          ${of.body}
        </main>
      </body>
    </html>`;
}

/** Permissions as a consent page lists them. */
export function permissionList(
  permissions: { title: string; name: string }[],
): Html {
  return html`<ul class="scopes">
    ${permissions.map(
      ({ title, name }) => html`<li>${title} <small>${name}</small></li>`,
    )}
  </ul>`;
}

export function signInErrorPage(
  simulation: Simulation,
  problem: { number: number; message: string; title?: string },
): Html {
  const { number, message } = problem;
  return page(simulation, {
    title: problem.title ?? "Sorry, but we’re having trouble signing you in.",
    body: html`<p class="problem" role="alert">AADSTS${number}: ${message}</p>`,
  });
}
