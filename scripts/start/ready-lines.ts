import { relative } from "node:path";
import type { DataFolder } from "./data-folder.ts";

/** What a person sees when the product runs: one address, and what to do there. */
export function readyLines({
  url,
  elapsedMs,
  data,
  watch,
}: {
  url: string;
  elapsedMs: number;
  data: DataFolder;
  watch: boolean;
}): string {
  const seconds = (elapsedMs / 1000).toFixed(1);
  const nearby = relative(process.cwd(), data.folder);
  const folder = nearby.startsWith("..") ? data.folder : nearby;
  return `
  ERG Events is ready (${seconds} s). Open

      ${url}

  It is a simulated Microsoft 365, with nobody's real account:
    1. As Isaiah Langer (admin), open ERG Events and connect the service account.
    2. As Megan Bowen (lead of "Women at Contoso"), schedule an event.
    3. As any member, answer in Outlook or in the tab, and watch the tally.
${watch ? "\n  Changes in bot/src restart the backend; changes in the browser apps: reload the page.\n" : ""}
  Data and logs are in ${folder}/. Ctrl-C stops everything.
`;
}
