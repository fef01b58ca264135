import type { ServiceAccountView } from "../../../bot/contract/accounts.ts";

export interface StandingWords {
  title: string;
  sentence: string;
  intent: "success" | "info" | "warning" | "error";
}

/** Where the connection stands, in a word and a sentence. */
export function standingWords(view: ServiceAccountView): StandingWords {
  if (view.state === "notConnected") return notConnectedWords(view);
  if (view.state === "connected") {
    return {
      title: "Connected.",
      sentence: `Invitations come from ${view.account?.displayName ?? view.expectedUpn}.`,
      intent: view.problem === null ? "success" : "warning",
    };
  }
  const broken = view.state === "broken";
  return {
    title: "Needs attention.",
    sentence: broken
      ? "Nothing can be sent. What is scheduled waits."
      : "Invitations go out, but something smaller is missing.",
    intent: broken ? "error" : "warning",
  };
}

function notConnectedWords(view: ServiceAccountView): StandingWords {
  const { signIn, expectedUpn } = view;
  if (signIn?.state === "open") {
    return {
      title: "Connecting.",
      sentence: `${expectedUpn} has not signed in yet.`,
      intent: "info",
    };
  }
  if (signIn?.state === "toConfirm") {
    return {
      title: "Connecting.",
      sentence: "The account has signed in and waits for you to confirm it.",
      intent: "info",
    };
  }
  return {
    title: "Not connected.",
    sentence: `Sign in as ${expectedUpn}, so that ERG Events can send invitations from its calendar.`,
    intent: "warning",
  };
}

/** Who does something about a problem, where it is not the reader at once. */
export function guideSentence(
  guide: NonNullable<ServiceAccountView["problem"]>["guide"],
): string | null {
  if (guide === "operator") {
    return "If this is not yours to do, pass it on as it stands to whoever runs the backend of ERG Events or looks after Entra.";
  }
  if (guide === "wait") {
    return "There is nothing to do but wait. This page follows by itself.";
  }
  return null;
}

/** Whom the bot tells when the connection breaks; null when it can tell nobody and knows nobody. */
export function toldSentence(reachable: string[]): string {
  if (reachable.length === 0) {
    return "The bot cannot tell anybody yet when the connection breaks.";
  }
  return `When the connection breaks or is repaired, the bot tells ${listed(reachable)}.`;
}

/** How those become reachable whom the bot does not know yet; null when there are none. */
export function unreachableSentence(unreachable: string[]): string | null {
  if (unreachable.length === 0) return null;
  const who = listed(unreachable);
  return unreachable.length === 1
    ? `It cannot reach ${who}, who has to add ERG Events for themselves in Teams.`
    : `It cannot reach ${who}, who have to add ERG Events for themselves in Teams.`;
}

/** `A`, `A and B`, `A, B and C` */
function listed(names: string[]): string {
  return new Intl.ListFormat("en-GB").format(names);
}

const earlierStates: Record<ServiceAccountView["state"], string> = {
  notConnected: "not connected",
  connected: "connected",
  degraded: "needs attention",
  broken: "not working",
};

/** `ergs@contoso.com: connected, 2 upcoming events` */
export function earlierSentence(
  account: ServiceAccountView["earlier"][number],
): string {
  const { upn, state, upcomingEvents } = account;
  const events =
    upcomingEvents === 1
      ? "1 upcoming event"
      : `${upcomingEvents} upcoming events`;
  return `${upn}: ${earlierStates[state]}, ${events}`;
}
