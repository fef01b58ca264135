import { createHash, randomBytes } from "node:crypto";
import type { Request, Response } from "restify";
import type { Logger } from "pino";
import {
  completeSignIn,
  signInAddress,
  type SignInResult,
} from "../accounts/complete-sign-in.ts";
import { addRoute, type RouteDeps } from "./routes.ts";

type SignInDeps = Parameters<typeof completeSignIn>[0];

/**
 * The cookie that ties a sign-in to the browser that opened it. Its prefix makes browsers refuse it from
 * anywhere but this exact host over TLS; on plain http (a developer's machine) not all of them keep such
 * cookies, so it goes without.
 */
interface SignInCookie {
  name: string;
  attributes: string;
}

function cookieFor(publicUrl: string): SignInCookie {
  const attributes = "Path=/; HttpOnly; SameSite=Lax";
  return publicUrl.startsWith("https:")
    ? { name: "__Host-sign-in", attributes: `${attributes}; Secure` }
    : { name: "sign-in", attributes };
}

/** The pages of the service account's sign-in; a person without a Teams token may open them. */
export function addSignInRoutes(
  deps: Pick<RouteDeps, "server"> & SignInDeps & { log: Logger },
): void {
  const cookie = cookieFor(deps.config.PUBLIC_URL);
  addRoute(deps, "get", "/auth/start", async (req, res) => {
    const ticket = queryOf(req).get("ticket") ?? "";
    const address = await signInAddress(deps, ticket);
    if (address === null) {
      sendPage(res, {
        outcome: "expired",
        message:
          "This sign-in link has been used or is older than ten minutes. Go back to ERG Events and choose Connect again.",
      });
      return;
    }
    res.writeHead(303, {
      Location: address,
      "Set-Cookie": `${cookie.name}=${browserMark(ticket)}; ${cookie.attributes}; Max-Age=600`,
      "Cache-Control": "no-store",
      "Referrer-Policy": "no-referrer",
    });
    res.end();
  });

  addRoute(deps, "get", "/auth/callback", async (req, res) => {
    const query = queryOf(req);
    const state = query.get("state") ?? "";
    // Only the browser that opened the link may finish it; somebody else's code cannot be slipped in.
    const sameBrowser = cookieOf(req, cookie.name) === browserMark(state);
    sendPage(
      res,
      sameBrowser
        ? await completeSignIn(deps, {
            state,
            code: query.get("code"),
            error: query.get("error"),
          })
        : {
            outcome: "failed",
            message:
              "This sign-in was started in another browser. Open the link from ERG Events in the browser where you sign in.",
          },
    );
  });
}

function browserMark(ticket: string): string {
  return createHash("sha256").update(`browser:${ticket}`).digest("base64url");
}

function queryOf(req: Request): URLSearchParams {
  return new URLSearchParams(req.getQuery());
}

function cookieOf(req: Request, name: string): string | null {
  const cookies = (req.headers.cookie ?? "").split(/;\s*/);
  const prefix = `${name}=`;
  return (
    cookies.find((cookie) => cookie.startsWith(prefix))?.slice(prefix.length) ??
    null
  );
}

/** A page of its own, without the tab's bundle: it opens where nobody is signed in to Teams. */
function sendPage(res: Response, result: SignInResult): void {
  const nonce = randomBytes(16).toString("base64");
  const done = result.outcome === "connected";
  res.writeHead(done ? 200 : 400, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; frame-ancestors 'none'`,
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
  });
  res.end(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>ERG Events: ${done ? "connected" : "not connected"}</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; }
body { font: 1rem/1.5 "Segoe UI", system-ui, sans-serif; margin: 0; display: grid; min-height: 100vh; place-items: center; }
main { max-width: 28rem; padding: 1.5rem; }
h1 { font-size: 1.5rem; line-height: 1.3; }
</style>
</head>
<body>
<main>
<h1>${done ? "The service account is connected" : "The service account is not connected"}</h1>
<p>${escapeHtml(result.message)}</p>
</main>
<script nonce="${nonce}">
history.replaceState(null, "", "/auth/done");
${done ? "setTimeout(() => window.close(), 1500);" : ""}
</script>
</body>
</html>`);
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
