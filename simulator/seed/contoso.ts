import type {
  MembershipType,
  Person,
  Team,
  WorldSeed,
} from "../world/world-seed.ts";
import { deterministicGuid } from "./deterministic-guid.ts";
import { numberedEmployees } from "./numbered-employees.ts";

const domain = "contoso.com";

const employees: [name: string, jobTitle: string][] = [
  ["Adele Vance", "Retail Manager"],
  ["Alex Wilber", "Marketing Assistant"],
  ["Allan Deyoung", "Corporate Security Officer"],
  ["Ben Walters", "VP Sales"],
  ["Brian Johnson", "Facilities Manager"],
  ["Cameron White", "Business Analyst"],
  ["Christie Cline", "Sales Associate"],
  ["Debra Berger", "Administrative Assistant"],
  ["Diego Siciliani", "HR Manager"],
  ["Emily Braun", "Budget Analyst"],
  ["Enrico Cattaneo", "Attorney"],
  ["Grady Archie", "Designer"],
  ["Henrietta Mueller", "Developer"],
  ["Irvin Sayers", "Project Manager"],
  ["Johanna Lorenz", "Senior Engineer"],
  ["Joni Sherman", "Paralegal"],
  ["Lee Gu", "Director"],
  ["Lidia Holloway", "Product Manager"],
  ["Lynne Robbins", "Planner"],
  ["Megan Bowen", "Marketing Manager"],
  ["Miriam Graham", "VP Marketing"],
  ["Nestor Wilke", "Director"],
  ["Patti Fernandez", "President"],
  ["Pradeep Gupta", "Accountant"],
  ["Raul Razo", "Sales Associate"],
];

/**
 * Contoso, with the names of Microsoft's own sandbox tenants, its resource groups, and as many
 * numbered employees more as wanted, who are reached by the list all@contoso.com.
 */
export function contosoSeed(
  options: { moreEmployees?: number } = {},
): WorldSeed {
  const known = employees.map(([name, title]) => person(name, title));
  const more = numberedEmployees(options.moreEmployees ?? 0, domain);
  const people = [
    person("Contoso ERGs", "Service account", { isServiceAccount: true }),
    person("Isaiah Langer", "IT Administrator", { isAdmin: true }),
    ...known,
    ...more,
  ];
  return {
    tenant: { id: deterministicGuid("tenant"), name: "Contoso", domain },
    people,
    teams: teams(),
    distributionLists: [
      {
        address: `all@${domain}`,
        name: "All employees",
        memberIds: [...known, ...more].map((employee) => employee.id),
      },
      {
        address: `marketing@${domain}`,
        name: "Marketing",
        memberIds: idsOf("Alex Wilber", "Megan Bowen", "Miriam Graham"),
      },
    ],
  };
}

function teams(): Team[] {
  return [
    team({
      name: "Women at Contoso",
      description: "Community, mentoring and events for women at Contoso.",
      channels: [
        ["Mentoring", "standard"],
        [
          "Steering committee",
          "private",
          ["Megan Bowen", "Adele Vance", "Lidia Holloway", "Lynne Robbins"],
        ],
        // Shared with somebody who is not in the team.
        [
          "Allies",
          "shared",
          ["Megan Bowen", "Miriam Graham", "Diego Siciliani", "Grady Archie"],
        ],
      ],
      owner: "Megan Bowen",
      members: [
        "Adele Vance",
        "Lidia Holloway",
        "Lynne Robbins",
        "Johanna Lorenz",
        "Miriam Graham",
        "Patti Fernandez",
        "Debra Berger",
        "Emily Braun",
        "Christie Cline",
        "Joni Sherman",
        "Diego Siciliani",
      ],
      isInstalled: true,
    }),
    team({
      name: "Pride Network",
      description:
        "A confidential space: who is a member is nobody else's business.",
      confidentialHint: true,
      channels: [["Get-togethers", "standard"]],
      owner: "Lee Gu",
      members: [
        "Grady Archie",
        "Henrietta Mueller",
        "Nestor Wilke",
        "Joni Sherman",
        "Raul Razo",
        "Cameron White",
        "Enrico Cattaneo",
      ],
      isInstalled: true,
    }),
    team({
      name: "Parents and Caregivers",
      description: "For everybody who looks after somebody.",
      channels: [["Back from leave", "standard"]],
      owner: "Alex Wilber",
      otherOwners: ["Pradeep Gupta"],
      members: [
        "Megan Bowen",
        "Pradeep Gupta",
        "Ben Walters",
        "Brian Johnson",
        "Irvin Sayers",
        "Lynne Robbins",
        "Nestor Wilke",
        "Emily Braun",
      ],
      isInstalled: true,
    }),
    team({
      name: "Veterans Network",
      description: "Former service members and their allies.",
      channels: [["Volunteering", "standard"]],
      owner: "Allan Deyoung",
      members: [
        "Brian Johnson",
        "Irvin Sayers",
        "Lidia Holloway",
        "Cameron White",
      ],
      isInstalled: false,
    }),
  ];
}

function team(of: {
  name: string;
  description: string;
  confidentialHint?: boolean;
  channels: [
    name: string,
    membershipType: MembershipType,
    members?: string[],
  ][];
  /** The first of them is who installs the app. */
  owner: string;
  otherOwners?: string[];
  members: string[];
  isInstalled: boolean;
}): Team {
  const id = threadId(`team:${of.name}`);
  const ownerIds = idsOf(of.owner, ...(of.otherOwners ?? []));
  return {
    id,
    groupId: deterministicGuid(`group:${of.name}`),
    groupMail: `${of.name.replaceAll(/[^A-Za-z0-9]/g, "")}@${domain}`,
    subscriberIds: [],
    name: of.name,
    description: of.description,
    confidentialHint: of.confidentialHint ?? false,
    channels: [
      { id, name: "General", membershipType: "standard", memberIds: null },
      ...of.channels.map(([name, membershipType, members]) => ({
        id: threadId(`channel:${of.name}:${name}`),
        name,
        membershipType,
        memberIds: members ? idsOf(...members) : null,
      })),
    ],
    deletedChannels: [],
    ownerIds,
    memberIds: [...new Set([...ownerIds, ...idsOf(...of.members)])],
    isArchived: false,
    installedById: of.isInstalled ? ownerIds[0]! : null,
  };
}

function person(
  displayName: string,
  jobTitle: string,
  marks: Partial<Pick<Person, "isAdmin" | "isServiceAccount">> = {},
): Person {
  const [first = "", last = ""] = displayName.split(" ");
  const address = marks.isServiceAccount
    ? `ergs@${domain}`
    : `${first}${last.charAt(0)}@${domain}`;
  return {
    id: personId(displayName),
    upn: address,
    mail: address,
    displayName,
    jobTitle,
    isAdmin: marks.isAdmin ?? false,
    isServiceAccount: marks.isServiceAccount ?? false,
  };
}

function personId(displayName: string): string {
  return deterministicGuid(`person:${displayName}`);
}

function idsOf(...names: string[]): string[] {
  return names.map(personId);
}

function threadId(name: string): string {
  return `19:${deterministicGuid(name).replaceAll("-", "")}@thread.tacv2`;
}
