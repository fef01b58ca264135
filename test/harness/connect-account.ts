import type { ServiceAccountView } from "../../bot/contract/accounts.ts";
import { pressThrough } from "../../simulator/testing/sign-in.ts";
import type { Api } from "./api.ts";

/** A sign-in of the service account whose link has been opened in a browser. */
export interface OpenedSignIn {
  signInUrl: string;
  authorizeUrl: string;
  setCookie: string;
  /** What that browser sends along from then on. */
  cookie: string;
}

/** Chooses Connect, and opens the link as a browser does. */
export async function beginSignIn(admin: Api): Promise<OpenedSignIn> {
  const ticket = await admin.send<{ signInUrl: string }>(
    "POST",
    "/api/accounts/connect",
  );
  const { signInUrl } = ticket.body;
  const opened = await openLink(signInUrl);
  const setCookie = opened.headers.get("set-cookie") ?? "";
  return {
    signInUrl,
    authorizeUrl: opened.headers.get("location") ?? "",
    setCookie,
    cookie: setCookie.split(";")[0] ?? "",
  };
}

/** The page behind the link sends its form by itself. */
export function openLink(signInUrl: string): Promise<Response> {
  const url = new URL(signInUrl);
  const body = new URLSearchParams({
    ticket: url.searchParams.get("ticket") ?? "",
  });
  url.search = "";
  return fetch(url, { method: "POST", body, redirect: "manual" });
}

/** Goes through Entra's pages. @returns where Entra sends the browser, the way back to the product */
export async function signInAt(
  authorizeUrl: string,
  account: string,
  decision: "accept" | "cancel" = "accept",
): Promise<string> {
  const last = await pressThrough(authorizeUrl, { account, decision });
  return last.headers.get("location") ?? "";
}

/** Comes back from Entra in the browser with this cookie. */
export async function comeBack(
  callback: string,
  cookie: string,
): Promise<{ status: number; text: string }> {
  const response = await fetch(callback, { headers: { cookie } });
  return { status: response.status, text: await response.text() };
}

export async function accountOf(admin: Api): Promise<ServiceAccountView> {
  return (await admin.send<ServiceAccountView>("GET", "/api/accounts")).body;
}

/** Confirms the sign-in that waits for this admin. */
export async function confirm(admin: Api): Promise<ServiceAccountView> {
  const { signIn } = await accountOf(admin);
  if (signIn?.state !== "toConfirm")
    throw new Error(`Nothing to confirm: ${JSON.stringify(signIn)}`);
  const answer = await admin.send<ServiceAccountView>(
    "POST",
    `/api/accounts/sign-ins/${signIn.id}/confirm`,
  );
  if (answer.status !== 200)
    throw new Error(`Not confirmed: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Connects the service account as an admin does: link, sign-in, confirmation. */
export async function connectAccount(
  admin: Api,
  organizer: string,
): Promise<ServiceAccountView> {
  const opened = await beginSignIn(admin);
  const callback = await signInAt(opened.authorizeUrl, organizer);
  const page = await comeBack(callback, opened.cookie);
  if (page.status !== 200)
    throw new Error(`The sign-in ended with ${page.status}: ${page.text}`);
  return confirm(admin);
}
