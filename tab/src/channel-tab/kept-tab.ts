import { choiceOfAddress, type TabChoice } from "./tab-choice.ts";

/** A tab as Teams keeps it; `choice` is null where its address names no group, as that of an old tab. */
export interface StoredTab {
  /** By which links find it inside Teams: a change keeps it. */
  entityId: string;
  choice: TabChoice | null;
}

/**
 * Reads what Teams tells of the tab that is being set up (teams-js: pages.getConfig). Null: it keeps none. What it
 * tells of a new one is not documented, so only what shows a page of this app counts, and not the one that asks.
 */
export function keptTab({
  config,
  origin,
}: {
  config:
    | { entityId?: string | undefined; contentUrl?: string | undefined }
    | null
    | undefined;
  origin: string;
}): StoredTab | null {
  const entityId = config?.entityId ?? "";
  const address = URL.parse(config?.contentUrl ?? "");
  if (entityId === "" || address?.origin !== origin) return null;
  if (address.pathname.startsWith("/channel-tab")) return null;
  return {
    entityId,
    choice: choiceOfAddress({ address: address.href, origin }),
  };
}
