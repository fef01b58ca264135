/** What the backend writes into the page for the tab. */
interface ClientConfig {
  /** Origins besides Microsoft's own that may host the tab. */
  messageOrigins: string[];
  /** Where Teams opens the personal tab; empty: not known. */
  appLink: string;
}

/** Reads the `client-config` element; anything unreadable counts as empty, so that the page still opens in Teams. */
export function readClientConfig(
  text: string | null | undefined,
): ClientConfig {
  const { messageOrigins, appLink } = parsed(text);
  return {
    messageOrigins: Array.isArray(messageOrigins)
      ? messageOrigins.filter((origin) => typeof origin === "string")
      : [],
    appLink:
      typeof appLink === "string" && appLink.startsWith("https://")
        ? appLink
        : "",
  };
}

function parsed(text: string | null | undefined): Record<string, unknown> {
  try {
    return { ...(JSON.parse(text ?? "") as object | null) };
  } catch {
    return {};
  }
}
