import type { TabConfig } from "./channel-tab.ts";

/** teams-js and Graph (teamsTab) name no limit but for the name: 128 characters. */
const longestName = 128;

/** The address of this machine, where the product runs without TLS. Teams itself takes https alone. */
const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Why Teams does not keep a tab like this; null: it does. Documented: addresses are https and on one of the manifest's
 * `validDomains` (Teams: Create a configuration page; Manifest schema, validDomains), and the content is there. That
 * the website's address has to be on such a domain, too, is second-hand (issue 13 of
 * OfficeDev/microsoft-teams-sample-tabs). Refusing a tab without `entityId` is stricter: Teams is said to take its
 * content's address then.
 */
export function tabTrouble(
  tab: TabConfig & { name: string },
  validDomains: readonly string[],
): string | null {
  const { entityId, contentUrl, websiteUrl } = tab;
  if (entityId.trim() === "") return "The tab has no entityId.";
  if (tab.name.trim() === "" || tab.name.length > longestName)
    return `A tab's name has 1 to ${longestName} characters.`;
  for (const [what, address] of [
    ["contentUrl", contentUrl],
    ["websiteUrl", websiteUrl],
  ] as const) {
    if (address === undefined) continue;
    const url = URL.parse(address);
    if (!url || !isSecure(url)) return `The ${what} is no https address.`;
    if (!validDomains.some((domain) => covers(domain, url.host)))
      return `The ${what} is on none of the manifest's validDomains.`;
  }
  return null;
}

function isSecure({ protocol, hostname }: URL): boolean {
  return (
    protocol === "https:" || (protocol === "http:" && loopback.has(hostname))
  );
}

/** `*.example.com` has the hosts one level below, and not `example.com` (Teams: manifest schema, validDomains). */
function covers(domain: string, host: string): boolean {
  if (!domain.startsWith("*.")) return host === domain.toLowerCase();
  const parent = domain.slice(1).toLowerCase();
  const own = host.slice(0, -parent.length);
  return host.endsWith(parent) && own !== "" && !own.includes(".");
}
