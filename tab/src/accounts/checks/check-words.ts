import type {
  AccountCheck,
  ServiceAccountView,
} from "../../../../bot/contract/accounts.ts";

const names: Record<AccountCheck["name"], string> = {
  signIn: "Sign-in",
  account: "Account",
  organization: "Organization",
  permissions: "Permissions",
  mailbox: "Mailbox",
  teamsMeetings: "Teams meetings",
  answers: "Answers",
  clock: "Clock",
  attendance: "Attendance",
  secrets: "Secrets",
};

export function checkName({ name }: Pick<AccountCheck, "name">): string {
  return names[name];
}

const states: Record<AccountCheck["state"], string> = {
  ok: "In order",
  warning: "Warning",
  problem: "Problem",
  unknown: "Not known yet",
};

/** The state in words, for people who do not see the sign. */
export function checkStateWord({ state }: Pick<AccountCheck, "state">): string {
  return states[state];
}

/** The backend's words with a full stop, where they have none. */
export function asSentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

/** What a new check has found, to be read out. */
export function checkedSentence(
  view: Pick<ServiceAccountView, "checks" | "setUpComplete">,
): string {
  const open = view.checks.filter(
    ({ state }) => state === "problem" || state === "warning",
  ).length;
  if (open === 0) {
    return view.setUpComplete
      ? "Checked. The set-up is complete."
      : "Checked. Something could not be found out yet.";
  }
  return open === 1
    ? "Checked. One thing needs attention."
    : `Checked. ${open} things need attention.`;
}
