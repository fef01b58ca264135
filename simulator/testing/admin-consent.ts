import type { Simulator } from "../start-simulator.ts";

/** The link that asks an admin to consent for everybody. */
export function adminConsentUrl(
  simulator: Simulator,
  request: { scope: string; publicUrl?: string; state?: string },
): string {
  const environment = simulator.environment();
  const url = new URL(
    `${simulator.pagesUrl}/${environment["AAD_APP_TENANT_ID"]}/v2.0/adminconsent`,
  );
  url.search = new URLSearchParams({
    client_id: environment["AAD_APP_CLIENT_ID"]!,
    scope: request.scope,
    redirect_uri: `${request.publicUrl ?? "http://127.0.0.1:9"}/auth/admin-consent`,
    state: request.state ?? "some-state",
  }).toString();
  return url.href;
}

/** Presses the buttons of the admin consent pages; gives the last reply, often a redirect to the app. */
export async function pressThroughAdminConsent(
  url: string,
  answers: { account: string; decision?: "accept" | "cancel" },
): Promise<Response> {
  const opened = await fetch(url, { redirect: "manual" });
  if (opened.status !== 200) return opened;
  const fields = {
    request: new URL(url).search.slice(1),
    account: answers.account,
  };
  const picked = await submit(url, "pick", fields);
  const { decision } = answers;
  if (decision === undefined) return picked;
  return submit(url, "decide", { ...fields, decision });
}

function submit(
  url: string,
  page: string,
  fields: Record<string, string>,
): Promise<Response> {
  const action = new URL(url);
  action.pathname = `${action.pathname}/${page}`;
  action.search = "";
  return fetch(action, {
    method: "POST",
    body: new URLSearchParams(fields),
    redirect: "manual",
  });
}
