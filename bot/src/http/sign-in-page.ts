import { randomBytes } from "node:crypto";
import type { Response } from "restify";

/** A page of the service account's sign-in. */
export interface SignInPage {
  status: number;
  title: string;
  message: string;
  /** Sends the page's one form by itself, at once; people without script press its button. */
  continueTo?: { action: string; fields: Record<string, string> };
  /** The window closes by itself: what follows happens elsewhere. */
  closes?: boolean;
}

/** A page of its own, without the tab's bundle: it opens where nobody is signed in to Teams. */
export function sendSignInPage(
  res: Response,
  page: SignInPage,
  headers: Record<string, string> = {},
): void {
  const nonce = randomBytes(16).toString("base64");
  res.writeHead(page.status, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; frame-ancestors 'none'; base-uri 'none'`,
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
    ...headers,
  });
  res.end(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>ERG Events: ${escapeHtml(page.title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(page.title)}</h1>
<p>${escapeHtml(page.message)}</p>
${page.continueTo ? form(page.continueTo) : ""}
</main>
<script nonce="${nonce}">${page.continueTo ? sendForm : forgetAddress}${page.closes ? closeSoon : ""}</script>
</body>
</html>`);
}

const style = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 "Segoe UI", system-ui, sans-serif; margin: 0; display: grid; min-height: 100vh; place-items: center; }
main { max-width: 28rem; padding: 1.5rem; }
h1 { font-size: 1.5rem; line-height: 1.3; }
button { font: inherit; padding: 0.5rem 1.25rem; }
`;

const sendForm = `document.forms[0].submit();`;
/** The code in the address is used up, but need not stay in the browser's history. */
const forgetAddress = `history.replaceState(null, "", "/auth/done");`;
const closeSoon = `setTimeout(() => window.close(), 1500);`;

function form(to: NonNullable<SignInPage["continueTo"]>): string {
  const fields = Object.entries(to.fields).map(
    ([name, value]) =>
      `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  return `<form method="post" action="${escapeHtml(to.action)}">${fields.join("")}<button>Continue</button></form>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
