import { useEffect, useEffectEvent, useState } from "react";
import type { ServiceAccountView } from "../../../bot/contract/accounts.ts";
import { useApi } from "../api-client/api.ts";
import { asApiError, type ApiError } from "../api-client/api-error.ts";
import { prepareSignInWindow } from "../teams/sign-in-window.ts";
import { loadAccount, startConnecting } from "./account-requests.ts";

const askEveryMs = 2000;
/** A ticket for signing in is valid for ten minutes; asking on is of no use after that. */
const ticketValidMs = 10 * 60_000;

export type Connecting =
  | { state: "idle" }
  | { state: "starting" }
  | { state: "failed"; error: ApiError }
  | { state: "signingIn"; signInUrl: string };

/**
 * Connects the account: gets a ticket, opens the sign-in, and asks the backend until it says how the sign-in ended.
 * The backend is asked rather than the window believed, so that signing in in another browser counts as well.
 */
export function useConnecting(
  before: ServiceAccountView,
  onEnded: (view: ServiceAccountView) => void,
): { connecting: Connecting; connect: () => void; stop: () => void } {
  const api = useApi();
  const [connecting, setConnecting] = useState<Connecting>({ state: "idle" });
  const signInUrl =
    connecting.state === "signingIn" ? connecting.signInUrl : null;

  async function connect(): Promise<void> {
    setConnecting({ state: "starting" });
    const signInWindow = prepareSignInWindow();
    try {
      const ticket = await startConnecting(api);
      setConnecting({ state: "signingIn", signInUrl: ticket.signInUrl });
      signInWindow.show(ticket.signInUrl);
    } catch (error) {
      signInWindow.close();
      setConnecting({ state: "failed", error: asApiError(error) });
    }
  }

  const ask = useEffectEvent(async (signal: AbortSignal) => {
    const view = await loadAccount(api, signal);
    if (signal.aborted || !hasEnded(before, view)) return;
    setConnecting({ state: "idle" });
    onEnded(view);
  });

  useEffect(() => {
    if (signInUrl === null) return;
    const ending = new AbortController();
    const { signal } = ending;
    // A question that fails is asked again two seconds later.
    const timer = setInterval(
      () => void ask(signal).catch(() => undefined),
      askEveryMs,
    );
    const limit = setTimeout(
      () => setConnecting({ state: "idle" }),
      ticketValidMs,
    );
    return () => {
      ending.abort();
      clearInterval(timer);
      clearTimeout(limit);
    };
  }, [signInUrl]);

  return {
    connecting,
    connect: () => void connect(),
    stop: () => setConnecting({ state: "idle" }),
  };
}

/** True when `after` tells of a sign-in that `before` did not know. */
function hasEnded(before: ServiceAccountView, after: ServiceAccountView) {
  if (after.lastSignIn === null) return after.state !== before.state;
  return after.lastSignIn.at !== before.lastSignIn?.at;
}
