import type { Person } from "../world/world-seed.ts";

/** Graph: user resource type, the properties that come without asking. */
export function userResource(person: Person): Record<string, unknown> {
  const [givenName = "", surname = ""] = person.displayName.split(" ");
  return {
    businessPhones: [],
    displayName: person.displayName,
    givenName,
    jobTitle: person.jobTitle,
    mail: person.mail,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: "en-US",
    surname,
    userPrincipalName: person.upn,
    id: person.id,
  };
}
