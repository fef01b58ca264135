import type { ServiceAccountView } from "../../../bot/contract/accounts.ts";

export interface CheckItem {
  /** `open`: still to be done; `unknown`: cannot be told yet. */
  state: "done" | "open" | "problem" | "unknown";
  text: string;
}

/** Where the connection stands, in one sentence. */
export function accountSentence(view: ServiceAccountView): string {
  if (view.state === "connected") {
    return `Connected. Invitations come from ${view.account?.displayName ?? view.expectedUpn}.`;
  }
  if (view.state === "broken") {
    return (
      view.problem?.message ??
      "The connection is broken. Connect the account again."
    );
  }
  return `Not connected. Sign in as ${view.expectedUpn}, so that ERG Events can send invitations from its calendar.`;
}

/** What has to be in place for invitations with Teams meetings, each with its cure. */
export function accountChecklist(view: ServiceAccountView): CheckItem[] {
  const connected = view.state === "connected";
  return [
    {
      state: connected ? "done" : view.state === "broken" ? "problem" : "open",
      text: connected
        ? `Signed in as ${view.account?.upn ?? view.expectedUpn}`
        : `Sign in as ${view.expectedUpn}`,
    },
    calendarItem(view),
    meetingItem(view),
  ];
}

function calendarItem(view: ServiceAccountView): CheckItem {
  const granted = view.account?.scopes.some(
    (scope) => scope.toLowerCase().split("/").at(-1) === "calendars.readwrite",
  );
  if (granted === undefined) {
    return { state: "unknown", text: "Permission to use its calendar" };
  }
  return granted
    ? { state: "done", text: "May use its calendar" }
    : {
        state: "problem",
        text: "May not use its calendar. Connect again and accept the permissions.",
      };
}

function meetingItem(view: ServiceAccountView): CheckItem {
  const meetings = view.account?.teamsMeetings ?? "unknown";
  if (meetings === "available") {
    return { state: "done", text: "Can create Teams meetings" };
  }
  if (meetings === "unavailable") {
    return {
      state: "problem",
      text: "Cannot create Teams meetings. Assign the account a Teams licence; events are sent without a link until then.",
    };
  }
  return {
    state: "unknown",
    text:
      view.state === "connected"
        ? "Whether it can create Teams meetings is being checked"
        : "Teams meetings: known after connecting",
  };
}
