import type { Settings } from "../settings/settings.ts";
import type { Simulation } from "../simulation.ts";
import type { Person } from "../world/world-seed.ts";
import { isAccessPolicyEffective } from "./access-policy.ts";
import type { Caller } from "./caller.ts";
import { badRequest, GraphError, notImplemented } from "./graph-error.ts";

/** Permissions of which one opens a call. */
export interface MeetingPermissions {
  delegated: string[];
  application: string[];
}

/** Graph: Get onlineMeeting, permissions. */
export const meetingReaders: MeetingPermissions = {
  delegated: ["OnlineMeetings.Read", "OnlineMeetings.ReadWrite"],
  application: ["OnlineMeetings.Read.All", "OnlineMeetings.ReadWrite.All"],
};

/** Graph: Update onlineMeeting, permissions. */
export const meetingWriters: MeetingPermissions = {
  delegated: ["OnlineMeetings.ReadWrite"],
  application: ["OnlineMeetings.ReadWrite.All"],
};

/** Graph: List meetingAttendanceReports: reading meetings does not open their reports. */
export const artifactReaders: MeetingPermissions = {
  delegated: ["OnlineMeetingArtifact.Read.All"],
  application: ["OnlineMeetingArtifact.Read.All"],
};

/** `/me`: the signed-in organizer. */
export function requireSignedInOrganizer(
  caller: Caller,
  { delegated }: MeetingPermissions,
): Person {
  if (caller.kind === "appOnly") {
    throw badRequest(
      "BadRequest",
      "/me request is only valid with delegated authentication flow.",
    );
  }
  requireOneOf("scope", delegated, caller.scopes);
  return caller.person;
}

/**
 * `/users/{id}`, for the app itself. Graph: Configure application access to online meetings or
 * virtual events: permission is not enough, a policy of Teams must name the app for that person.
 */
export function requireNamedOrganizer(
  simulation: Simulation,
  caller: Caller,
  named: { userId: string; permissions: MeetingPermissions },
): Person {
  if (caller.kind === "delegated") {
    throw notImplemented("another person's online meetings by delegation");
  }
  requireOneOf("role", named.permissions.application, caller.roles);
  const { settings, directory } = simulation;
  const { accessPolicyError } = settings.current();
  const organizer = directory.serviceAccount;
  const isCovered =
    isAccessPolicyEffective(simulation) &&
    caller.appId === simulation.app.clientId &&
    organizer?.id === named.userId;
  if (isCovered) return organizer;
  throw new GraphError({
    status: 403,
    code: accessPolicyError,
    message: policyMessage(accessPolicyError, caller.appId, named.userId),
  });
}

function policyMessage(
  code: Settings["accessPolicyError"],
  appId: string,
  userId: string,
): string {
  return code === "Unauthorized"
    ? `App ${appId} is not authorized to Get meeting on behalf of user ${userId}`
    : `No application access policy found for this app ${appId} on the user.`;
}

function requireOneOf(
  kind: "scope" | "role",
  anyOf: string[],
  granted: string[],
): void {
  if (anyOf.some((name) => granted.includes(name))) return;
  const given = kind === "scope" ? "Scopes" : "Roles";
  throw new GraphError({
    status: 403,
    code: "Forbidden",
    message: `Missing ${kind} permissions on the request. API requires one of '${anyOf.join(", ")}'. ${given} on the request '${granted.join(", ")}'`,
  });
}
