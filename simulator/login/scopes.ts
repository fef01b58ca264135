export interface Scope {
  name: string;
  /** What the consent page says. */
  title: string;
  /** Exchange and Teams permissions need an admin under Microsoft's managed consent policy. */
  needsAdminUnderPolicy: boolean;
}

/** Microsoft Graph permissions reference, delegated permissions: those that the product may ask for. */
const delegatedScopes: Scope[] = [
  {
    name: "User.Read",
    title: "Sign you in and read your profile",
    needsAdminUnderPolicy: false,
  },
  {
    name: "Calendars.Read",
    title: "Read your calendars",
    needsAdminUnderPolicy: true,
  },
  {
    name: "Calendars.ReadWrite",
    title: "Have full access to your calendars",
    needsAdminUnderPolicy: true,
  },
  { name: "Mail.Send", title: "Send mail as you", needsAdminUnderPolicy: true },
  {
    name: "OnlineMeetings.Read",
    title: "Read your online meetings",
    needsAdminUnderPolicy: true,
  },
  {
    name: "OnlineMeetings.ReadWrite",
    title: "Read and create your online meetings",
    needsAdminUnderPolicy: true,
  },
  {
    name: "OnlineMeetingArtifact.Read.All",
    title: "Read your online meeting artifacts",
    needsAdminUnderPolicy: true,
  },
  {
    name: "offline_access",
    title: "Maintain access to data you have given it access to",
    needsAdminUnderPolicy: false,
  },
];

const openIdScopes = ["openid", "profile", "email"];
const graphPrefixes = [
  "https://graph.microsoft.com/",
  "00000003-0000-0000-c000-000000000000/",
];

/** The scope parameter as plain names; OpenID's own are left out, as they never need consent here. */
export function parseScopes(
  parameter: string,
): { ok: true; scopes: string[] } | { ok: false; unknown: string } {
  const scopes: string[] = [];
  for (const item of parameter.split(" ").filter(Boolean)) {
    if (openIdScopes.includes(item)) continue;
    const prefix = graphPrefixes.find((start) => item.startsWith(start));
    const name = prefix ? item.slice(prefix.length) : item;
    if (!findScope(name)) return { ok: false, unknown: item };
    scopes.push(findScope(name)!.name);
  }
  return { ok: true, scopes: [...new Set(scopes)] };
}

export function findScope(name: string): Scope | undefined {
  return delegatedScopes.find(
    (scope) => scope.name.toLowerCase() === name.toLowerCase(),
  );
}

/** A permission as a consent page says it. */
export function describeScope(name: string): { title: string; name: string } {
  return { title: findScope(name)?.title ?? name, name };
}
