import { z } from "zod";

/** What an app tells by `pages.config.setConfig` (teams-js: InstanceConfig). */
const settingsShape = z.object({
  suggestedDisplayName: z.string().nullish(),
  contentUrl: z.string(),
  websiteUrl: z.string().nullish(),
  removeUrl: z.string().nullish(),
  entityId: z.string().nullish(),
});

export type TabSettings = {
  /** Null: the app proposes none. */
  name: string | null;
  config: { entityId: string; contentUrl: string; websiteUrl?: string };
};

/** Undefined for anything else than settings of a tab. */
export function readTabSettings(given: unknown): TabSettings | undefined {
  const parsed = settingsShape.safeParse(given);
  if (!parsed.success) return undefined;
  const { suggestedDisplayName, contentUrl, websiteUrl, removeUrl, entityId } =
    parsed.data;
  if (removeUrl)
    console.warn(
      "The simulated Teams shows no removal page; it asks by itself.",
    );
  return {
    name: suggestedDisplayName?.trim() || null,
    config: {
      entityId: entityId ?? "",
      contentUrl,
      ...(websiteUrl ? { websiteUrl } : {}),
    },
  };
}
