import type { AppTab } from "../api/shapes.ts";

/** What Teams tells an app of the tab that it keeps (teams-js: InstanceConfig). */
export function keptConfig(tab: AppTab): Record<string, unknown> {
  const { entityId, contentUrl, websiteUrl, name } = tab;
  return {
    entityId,
    contentUrl,
    ...(websiteUrl === undefined ? {} : { websiteUrl }),
    suggestedDisplayName: name,
  };
}
