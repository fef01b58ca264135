import type { AccountCheck } from "../../../contract/accounts.ts";
import type { Credential } from "../admins/admin-news.ts";
import { daysLeft, warnDaysBefore } from "../admins/admin-news.ts";
import type { Finding } from "./account-health.ts";
import { troubles } from "./troubles.ts";

type CheckName = Exclude<AccountCheck["name"], "secrets">;

/** In the order in which they are shown: each rests on those before it. */
const order: readonly CheckName[] = [
  "signIn",
  "account",
  "organization",
  "permissions",
  "mailbox",
  "teamsMeetings",
  "answers",
  "clock",
  "attendance",
];

const wellSentences: Record<CheckName, string> = {
  signIn: "Microsoft accepts the stored sign-in",
  account: "It is the account that was connected",
  organization: "It belongs to your organization",
  permissions: "It has every permission that ERG Events asks for",
  mailbox: "Its mailbox and calendar can be used",
  teamsMeetings: "It can create Teams meetings",
  answers: "Microsoft reports answers given in Outlook",
  clock: "The backend's clock agrees with Microsoft's",
  attendance: "Attendance reports can be read",
};

const openSentences: Record<CheckName, string> = {
  signIn: "Whether Microsoft accepts the stored sign-in could not be found out",
  account: "Which account it is could not be found out",
  organization: "Which organization it belongs to could not be found out",
  permissions: "Its permissions could not be looked at",
  mailbox: "Whether its mailbox can be used could not be found out",
  teamsMeetings: "Whether it can create Teams meetings could not be found out",
  answers: "The subscription to answers given in Outlook is being set up",
  clock: "Microsoft's clock could not be read",
  attendance:
    "The permission is there; it is tried with the first Teams meeting",
};

/** Those without which the set-up is not complete. */
const needed: readonly AccountCheck["name"][] = order.filter(
  (name) => name !== "attendance",
);

/** The checklist of an account, in words; empty before the first check. */
export function checklist(
  findings: readonly Finding[],
  credentials: readonly Credential[],
  now: Date,
): AccountCheck[] {
  if (findings.length === 0) return [];
  return [
    ...order.map((name) => {
      const result =
        findings.find((finding) => finding.name === name)?.result ?? "unknown";
      return wordFinding(name, result);
    }),
    secretsCheck(credentials, now),
  ];
}

function wordFinding(name: CheckName, result: Finding["result"]): AccountCheck {
  if (result === "ok")
    return { name, state: "ok", sentence: wellSentences[name], cure: null };
  if (result === "unknown")
    return {
      name,
      state: "unknown",
      sentence: openSentences[name],
      cure: null,
    };
  const { reach, sentence, cure } = troubles[result];
  return {
    name,
    state: reach === "broken" ? "problem" : "warning",
    sentence,
    cure,
  };
}

function secretsCheck(
  credentials: readonly Credential[],
  now: Date,
): AccountCheck {
  const name = "secrets";
  const ending = credentials
    .map((credential) => ({ credential, days: daysLeft(credential, now) }))
    .filter(({ days }) => days !== null && days <= warnDaysBefore);
  const [first] = ending.toSorted((a, b) => (a.days ?? 0) - (b.days ?? 0));
  if (first)
    return {
      name,
      state: "warning",
      sentence: `${first.credential.name} ${(first.days ?? 0) < 0 ? "expired" : "expires"} on ${first.credential.expiresOn ?? ""}`,
      cure: "Whoever runs the backend makes a new one in Entra, sets it together with its new date, and starts the backend again.",
    };
  const unknown = credentials.filter(({ expiresOn }) => expiresOn === null);
  if (unknown.length > 0)
    return {
      name,
      state: "unknown",
      sentence: `When ${unknown.map((credential) => credential.name).join(" and ")} ${unknown.length > 1 ? "expire" : "expires"} is not known: Entra does not tell`,
      cure: `Whoever runs the backend sets ${unknown.map((credential) => `${credential.name}_EXPIRES`).join(" and ")} to the date shown in Entra; you are told two weeks before it.`,
    };
  return {
    name,
    state: "ok",
    sentence: "No secret or certificate expires within two weeks",
    cure: null,
  };
}

/** Whether everything that invitations need has been found well. */
export function isSetUpComplete(checks: readonly AccountCheck[]): boolean {
  return needed.every((name) =>
    checks.some((check) => check.name === name && check.state === "ok"),
  );
}
