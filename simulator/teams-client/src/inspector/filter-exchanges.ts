import type { Exchange, Service } from "../api/inspector-shapes.ts";

export type ExchangeFilter = { service: Service | "all"; text: string };

/** Every word of the text must occur in the method, the address, the status or a body. */
export function filterExchanges(
  exchanges: readonly Exchange[],
  { service, text }: ExchangeFilter,
): Exchange[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return exchanges.filter((exchange) => {
    if (service !== "all" && exchange.service !== service) return false;
    if (words.length === 0) return true;
    const searched = [
      exchange.method,
      exchange.url,
      String(exchange.status ?? ""),
      JSON.stringify(exchange.requestBody ?? ""),
      JSON.stringify(exchange.responseBody ?? ""),
    ]
      .join(" ")
      .toLowerCase();
    return words.every((word) => searched.includes(word));
  });
}

/** The part of an address that tells exchanges apart: no scheme and host. */
export function pathOfUrl(url: string): string {
  const parsed = URL.parse(url, "https://localhost");
  return parsed ? decodeSafely(parsed.pathname + parsed.search) : url;
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** JSON is laid out; text that holds JSON is read first; forms go one field a line. */
export function pretty(body: unknown): string {
  if (body === undefined || body === null || body === "") return "";
  if (typeof body !== "string") return JSON.stringify(body, null, 2);
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
