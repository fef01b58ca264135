/** An organization as it is before anything happens in it. */
export interface WorldSeed {
  tenant: Tenant;
  people: Person[];
  teams: Team[];
  distributionLists: DistributionList[];
}

export interface Tenant {
  id: string;
  name: string;
  /** Addresses that end in it and belong to nobody bounce. */
  domain: string;
}

export interface Person {
  /** The Entra object id. */
  id: string;
  upn: string;
  mail: string;
  displayName: string;
  jobTitle: string;
  /** Holds the app role `Admin`, and may consent for the organization. */
  isAdmin: boolean;
  isServiceAccount: boolean;
}

export interface Team {
  /** The Teams thread id, `19:…@thread.tacv2`; also the id of the General channel. */
  id: string;
  /** The id of the Microsoft 365 group behind the team. */
  groupId: string;
  /** The address of that group. */
  groupMail: string;
  /**
   * Members who follow the group in their inbox: mail to it reaches nobody else (Outlook: "Follow a group in
   * Outlook"). Nobody, as long as nobody chooses to: Teams subscribes no members.
   */
  subscriberIds: string[];
  name: string;
  description: string;
  /** The seed's word that the group's purpose is confidential; Teams itself knows no such mark. */
  confidentialHint: boolean;
  channels: Channel[];
  /** Deleted channels, which can be restored. */
  deletedChannels: Channel[];
  ownerIds: string[];
  /** Owners are members, too. */
  memberIds: string[];
  /** An archived team can be read, not written to. */
  isArchived: boolean;
  /** Who has installed the app before the simulation begins; null: nobody. */
  installedById: string | null;
}

export interface Channel {
  id: string;
  name: string;
  membershipType: MembershipType;
  /** Who sees a private or shared channel; null in a standard one: everybody in the team. */
  memberIds: string[] | null;
}

export type MembershipType = "standard" | "private" | "shared";

export interface DistributionList {
  address: string;
  name: string;
  memberIds: string[];
}
