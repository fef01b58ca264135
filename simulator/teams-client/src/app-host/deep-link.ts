import { z } from "zod";

/** What the shell does with a link that an app asks it to open. */
export type LinkTarget =
  | {
      kind: "thisApp";
      entityId: string;
      subPageId: string | null;
      channelId: string | null;
    }
  | { kind: "outside"; url: string }
  | { kind: "refused" };

const contextShape = z.object({
  subEntityId: z.string().optional(),
  channelId: z.string().optional(),
});

/**
 * Reads a link: Teams' own deep links to a tab of this app stay in the shell
 * (Teams: "Deep link to a tab", `https://teams.microsoft.com/l/entity/{appId}/{entityId}?context=…`),
 * web and mail addresses open outside, anything else (`javascript:`) is refused.
 */
export function readLink(link: string, appId: string): LinkTarget {
  const url = URL.parse(link);
  if (!url) return { kind: "refused" };
  if (!["https:", "http:", "mailto:"].includes(url.protocol))
    return { kind: "refused" };
  const [, l, entity, linkedApp, entityId] = url.pathname.split("/");
  const isEntity =
    url.hostname === "teams.microsoft.com" && l === "l" && entity === "entity";
  if (!isEntity || linkedApp !== appId || !entityId)
    return { kind: "outside", url: url.href };
  const context = readContext(url.searchParams.get("context"));
  return {
    kind: "thisApp",
    entityId: decodeURIComponent(entityId),
    subPageId: context.subEntityId ?? null,
    channelId: context.channelId ?? null,
  };
}

function readContext(text: string | null): z.infer<typeof contextShape> {
  if (text === null) return {};
  try {
    return contextShape.parse(JSON.parse(text));
  } catch {
    return {};
  }
}
