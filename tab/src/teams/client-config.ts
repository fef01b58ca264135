/** What the backend writes into the page for the tab. */
interface ClientConfig {
  /** Origins besides Microsoft's own that may host the tab. */
  messageOrigins: string[];
}

/** Reads the `client-config` element; anything unreadable counts as empty, so that the page still opens in Teams. */
export function readClientConfig(
  text: string | null | undefined,
): ClientConfig {
  return { messageOrigins: originsIn(parsed(text)) };
}

function parsed(text: string | null | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return null;
  }
}

function originsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  if (!("messageOrigins" in value)) return [];
  const { messageOrigins } = value;
  if (!Array.isArray(messageOrigins)) return [];
  return messageOrigins.filter((origin) => typeof origin === "string");
}
