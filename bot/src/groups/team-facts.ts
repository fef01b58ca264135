/** A team as the bot can read it where it is installed. */
export interface TeamFacts {
  name: string;
  /** Private and shared ones may be missing: Teams tells of them when the app is added there. */
  channels: TeamChannel[];
  members: TeamMember[];
}

export interface TeamChannel {
  id: string;
  name: string;
  kind: "standard" | "private" | "shared";
}

export interface TeamMember {
  /** Entra object id. */
  objectId: string;
  /** The id by which the bot's channel knows the person (`29:…`). */
  teamsUserId: string;
  displayName: string;
  address: string | null;
  userPrincipalName: string | null;
}

/** Reads a team; `conversationReference` is what the installation left. */
export type ReadTeam = (conversationReference: unknown) => Promise<TeamFacts>;

/**
 * The Entra object ids of a team's owners; null where the team's consent for reading them is not given.
 * @param directoryGroupId the Microsoft 365 group behind the team
 */
export type ReadTeamOwners = (
  directoryGroupId: string,
) => Promise<ReadonlySet<string> | null>;
