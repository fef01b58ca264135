import type { Simulation } from "../../simulation.ts";
import { decideApproval } from "../approval-requests.ts";
import { addToGrant, putGrant, scopesOfGrant } from "../grants.ts";
import { revokeSessions } from "../refresh-tokens.ts";

/** What an admin grants to the service account alone: all that the app asks for at signing in. */
export const usualScopes = [
  "User.Read",
  "Calendars.ReadWrite",
  "Mail.Send",
  "OnlineMeetings.ReadWrite",
  "OnlineMeetings.Read",
  "OnlineMeetingArtifact.Read.All",
  "offline_access",
];

/** What attendance by the app itself needs. */
const attendancePermissions = [
  "OnlineMeetingArtifact.Read.All",
  "OnlineMeetings.Read.All",
];

/** The fields of the page's forms. */
export interface AdminForm {
  /** An object id; empty: everybody. */
  person: string;
  /** A permission; empty: all of them. */
  permission: string;
}

/** Does what a button says; gives the sentence that tells so, or null when there is no such button. */
export function takeAdminAction(
  simulation: Simulation,
  action: string,
  form: AdminForm,
): string | null {
  const done = Object.hasOwn(actions, action) && actions[action];
  if (!done) return null;
  const sentence = done(simulation, form);
  simulation.changes.announce("settings");
  return sentence;
}

type Action = (simulation: Simulation, form: AdminForm) => string;

const actions: Record<string, Action> = {
  "grant-service-account": (simulation) => {
    const account = simulation.directory.serviceAccount;
    if (!account) return "There is no service account.";
    addToGrant(simulation, { personId: account.id, scopes: usualScopes });
    return `Granted to ${account.displayName} alone.`;
  },
  "remove-grant": (simulation, { person, permission }) => {
    const personId = person === "" ? null : person;
    const before = scopesOfGrant(simulation, personId);
    const scopes = before.filter(
      (scope) => permission !== "" && scope !== permission,
    );
    putGrant(simulation, { personId, scopes });
    return permission === "" ? "The grant is removed." : removed(permission);
  },
  "remove-application-permission": ({ app }, { permission }) => {
    app.withdrawApplicationPermission(permission);
    return removed(permission);
  },
  "list-attendance": ({ app }) => {
    app.requestApplicationPermissions(attendancePermissions);
    return "The registration lists the permissions for attendance.";
  },
  "list-nothing": ({ app }) => {
    app.requestApplicationPermissions([]);
    return "The registration lists no application permissions.";
  },
  approve: (simulation, { person }) =>
    decideApproval(simulation, { personId: person, isApproved: true })
      ? "Approved: the permissions are granted to everybody in the organization."
      : "This request has been decided already.",
  deny: (simulation, { person }) =>
    decideApproval(simulation, { personId: person, isApproved: false })
      ? "Denied. They may ask again."
      : "This request has been decided already.",
  "revoke-sessions": (simulation) => {
    const account = simulation.directory.serviceAccount;
    if (!account) return "There is no service account.";
    revokeSessions(simulation, account.id);
    return `The sessions of ${account.displayName} are revoked.`;
  },
  block: (simulation) => setEnabled(simulation, false),
  unblock: (simulation) => setEnabled(simulation, true),
};

function setEnabled(simulation: Simulation, isEnabled: boolean): string {
  simulation.settings.change({ serviceAccountEnabled: isEnabled });
  return isEnabled
    ? "The service account may sign in again."
    : "Sign-in is blocked for the service account.";
}

function removed(permission: string): string {
  return `${permission} is removed.`;
}
