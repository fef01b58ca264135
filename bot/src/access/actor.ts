import type { GroupRole } from "../../contract/groups.ts";

/** Who is asking: a person of the organization, proven by a Teams SSO token or a bot activity. */
export interface Actor {
  /** Entra object id; with the tenant, the only identity that never changes hands. */
  objectId: string;
  displayName: string;
  /**
   * Lower-case addresses that this person is known by: the sign-in name and the roster's mail. They may
   * change hands, so they match typed invitations of people whom no roster knows, and nothing else.
   */
  addresses: readonly string[];
  /** Where Outlook reaches this person: the roster's mail, else the sign-in name; null when neither is known. */
  mailAddress: string | null;
  isAdmin: boolean;
  /** The actor's role by group id; groups without the actor are absent. */
  roles: ReadonlyMap<string, GroupRole>;
}
