import type { AppTab } from "../api/shapes.ts";

export type PersonalPage =
  | { kind: "tab"; entityId: string; name: string; tab: AppTab }
  | { kind: "chat" | "about"; entityId: string; name: string };

/** Teams: Create a personal tab, reorder static personal tabs: the names by which a manifest places Teams' own pages. */
const chat = { kind: "chat", entityId: "conversations", name: "Chat" } as const;
const about = { kind: "about", entityId: "about", name: "About" } as const;

/**
 * The tab strip of the personal app: the app's static tabs, and Teams' own
 * pages where the manifest places them, else at the end. Teams itself opens a
 * chat that is not placed first; here the app's own tab is what people come for.
 */
export function personalPages(tabs: readonly AppTab[]): PersonalPage[] {
  const pages = tabs.map((tab): PersonalPage => {
    const own = [chat, about].find(({ entityId }) => entityId === tab.entityId);
    return own ?? { kind: "tab", entityId: tab.entityId, name: tab.name, tab };
  });
  const missing = [chat, about].filter(
    ({ entityId }) => !pages.some((page) => page.entityId === entityId),
  );
  return [...pages, ...missing];
}
