import { html } from "hono/html";
import type { Html } from "../page-frame.ts";

export const adminCenterPath = "/entra";

/** A form with one button, so that the page works without JavaScript. */
export function actionButton(
  action: string,
  label: string,
  options: {
    person?: string;
    permission?: string;
    /** For screen readers, where the label alone does not say what it is about. */
    about?: string;
    isPrimary?: boolean;
  } = {},
): Html {
  const { person, permission, about, isPrimary } = options;
  const hidden = (name: string, value: string | undefined) =>
    value === undefined
      ? ""
      : html`<input type="hidden" name="${name}" value="${value}" />`;
  return html`<form method="post" action="${adminCenterPath}/${action}">
    ${hidden("person", person)}${hidden("permission", permission)}
    <button
      class="${isPrimary ? "primary" : "secondary"}"
      aria-label="${about ? `${label} ${about}` : label}"
    >
      ${label}
    </button>
  </form>`;
}
