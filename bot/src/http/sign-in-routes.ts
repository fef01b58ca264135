import type { Request, Response } from "restify";
import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import type { Db } from "../db/database.ts";
import { AppError } from "../errors.ts";
import { completeAdminConsent } from "../accounts/approval/admin-consent.ts";
import { completeSignIn } from "../accounts/sign-in/complete-sign-in.ts";
import { findTicket, openSignIn } from "../accounts/sign-in/open-sign-in.ts";
import {
  aadstsNumber,
  expired,
  otherBrowser,
  type SignInResult,
} from "../accounts/sign-in/sign-in-outcome.ts";
import { explainEntra } from "../accounts/tokens/explain-entra.ts";
import type { NoteCall } from "../metrics/note-call.ts";
import { readText } from "./request-body.ts";
import { addRoute, type RouteDeps } from "./routes.ts";
import { sendSignInPage } from "./sign-in-page.ts";

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
  deps: Pick<RouteDeps, "server" | "noteTiming"> & {
    db: Db;
    config: Config;
    clock: Clock;
    log: Logger;
    noteCall: NoteCall;
  },
): void {
  const cookie = cookieFor(deps.config.PUBLIC_URL);

  // Programs that look at links before people do (chats, mail filters) read this page and leave the ticket good.
  addPage(deps, "get", "/auth/start", async (req, res) => {
    const ticket = queryOf(req).get("ticket") ?? "";
    if (!(await findTicket(deps, ticket))) return sendResult(res, expired);
    sendSignInPage(res, {
      status: 200,
      title: "Connect the service account",
      message: `Continue to Microsoft's sign-in and sign in as ${deps.config.SERVICE_ACCOUNT_UPN}.`,
      continueTo: { action: "/auth/start", fields: { ticket } },
    });
  });

  addPage(deps, "post", "/auth/start", async (req, res) => {
    const form = new URLSearchParams(await readText(req, 4096));
    const opened = await openSignIn(deps, form.get("ticket") ?? "").catch(
      (error: unknown) => {
        throw explainEntra(error);
      },
    );
    if (!opened) return sendResult(res, expired);
    res.writeHead(303, {
      Location: opened.address,
      "Set-Cookie": `${cookie.name}=${opened.browserSecret}; ${cookie.attributes}; Max-Age=600`,
      "Cache-Control": "no-store",
      "Referrer-Policy": "no-referrer",
    });
    res.end();
  });

  addPage(deps, "get", "/auth/callback", async (req, res) => {
    const query = queryOf(req);
    const result = await completeSignIn(deps, {
      state: query.get("state") ?? "",
      browserSecret: cookieOf(req, cookie.name),
      code: query.get("code"),
      error: query.get("error"),
      suberror: query.get("error_subcode") ?? query.get("suberror"),
      number: aadstsNumber(query.get("error_description")),
    });
    // An answer that was not this browser's must not cost it its own.
    const isOver = result !== expired && result !== otherBrowser;
    sendResult(
      res,
      result,
      isOver
        ? {
            "Set-Cookie": `${cookie.name}=; ${cookie.attributes}; Max-Age=0`,
          }
        : {},
    );
  });

  // Where these pages rename themselves to, so that a code does not stay in the address; a reload comes here.
  addPage(deps, "get", "/auth/done", async (_req, res) =>
    sendSignInPage(res, {
      status: 200,
      title: "You can close this window",
      message: "ERG Events, Settings, says how the sign-in ended.",
    }),
  );

  addPage(deps, "get", "/auth/admin-consent", async (req, res) => {
    const query = queryOf(req);
    const { granted, message } = await completeAdminConsent(deps, {
      state: query.get("state") ?? "",
      tenant: query.get("tenant"),
      isGranted: query.get("admin_consent")?.toLowerCase() === "true",
      error: query.get("error"),
    });
    sendSignInPage(res, {
      status: granted ? 200 : 400,
      title: granted
        ? "The permissions are granted"
        : "The permissions are not granted",
      message,
    });
  });
}

/** Adds a page for people: whatever fails in it, they read a sentence. */
function addPage(
  deps: Pick<RouteDeps, "server" | "log" | "noteTiming">,
  method: "get" | "post",
  path: string,
  handle: (req: Request, res: Response) => Promise<void>,
): void {
  addRoute(deps, method, path, async (req, res) => {
    try {
      await handle(req, res);
    } catch (error) {
      const isExpected = error instanceof AppError;
      if (!isExpected) deps.log.error({ err: error, path }, "page failed");
      sendSignInPage(res, {
        status: isExpected ? error.status : 500,
        title: "This did not work",
        message: isExpected
          ? error.message
          : "Something went wrong on our side. Go back to ERG Events and choose Connect again.",
      });
    }
  });
}

function sendResult(
  res: Response,
  { outcome, message }: SignInResult,
  headers: Record<string, string> = {},
): void {
  const hasSignedIn = outcome === "toConfirm";
  sendSignInPage(
    res,
    {
      status: hasSignedIn ? 200 : 400,
      title: hasSignedIn
        ? "Almost done: confirm in ERG Events"
        : "The service account is not connected",
      message,
      closes: hasSignedIn,
    },
    headers,
  );
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
