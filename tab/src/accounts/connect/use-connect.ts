import { useState } from "react";
import type { ServiceAccountView } from "../../../../bot/contract/accounts.ts";
import { useApi } from "../../api-client/api.ts";
import type { ApiError } from "../../api-client/api-error.ts";
import { useSending } from "../../api-client/use-sending.ts";
import { prepareSignInWindow } from "../../teams/sign-in-window.ts";
import { loadAccount, startConnecting } from "../account-requests.ts";

export interface Connecting {
  starting: boolean;
  failure: ApiError | null;
  /** Where the service account signs in; null when this page did not begin the sign-in that is open. */
  signInUrl: string | null;
  connect: () => void;
}

/**
 * Begins to connect: gets a ticket and opens the sign-in. How it goes on is told by the backend's view of the account,
 * not by the window, so that signing in in another browser counts as well and a reload of the page loses nothing.
 */
export function useConnect(
  onView: (view: ServiceAccountView) => void,
): Connecting {
  const api = useApi();
  const { sending, failure, send } = useSending();
  const [signInUrl, setSignInUrl] = useState<string | null>(null);

  function connect(): void {
    const signInWindow = prepareSignInWindow();
    send(async () => {
      try {
        const ticket = await startConnecting(api);
        setSignInUrl(ticket.signInUrl);
        signInWindow.show(ticket.signInUrl);
      } catch (error) {
        signInWindow.close();
        throw error;
      }
      onView(await loadAccount(api));
    });
  }

  return { starting: sending, failure, signInUrl, connect };
}
