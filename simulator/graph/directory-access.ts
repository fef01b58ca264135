import type { Caller } from "./caller.ts";
import { requestDenied } from "./directory-error.ts";
import { notImplemented } from "./graph-error.ts";

/** Delegated permissions of which one opens a call, as each call's page lists them. */
export const principalReaders = [
  "Application.Read.All",
  "Application.ReadWrite.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];
export const userReaders = [
  "User.Read.All",
  "User.ReadWrite.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];
export const grantReaders = [
  "DelegatedPermissionGrant.ReadWrite.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];
export const grantWriters = [
  "DelegatedPermissionGrant.ReadWrite.All",
  "Directory.ReadWrite.All",
];
export const roleAssigners = ["AppRoleAssignment.ReadWrite.All"];

/** Reading applications and people needs no role; members may by default. */
export function requireDirectoryScope(caller: Caller, anyOf: string[]): void {
  if (caller.kind === "appOnly") {
    throw notImplemented("the directory for apps that nobody is signed in to");
  }
  if (!anyOf.some((scope) => caller.scopes.includes(scope)))
    throw requestDenied();
}

/** Graph: List, Create and Update oAuth2PermissionGrant: the signed-in person needs a role, too. */
export function requireAdmin(caller: Caller, anyOf: string[]): void {
  requireDirectoryScope(caller, anyOf);
  if (caller.kind === "delegated" && !caller.person.isAdmin)
    throw requestDenied();
}
