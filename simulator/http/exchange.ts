export type ServiceName =
  "entra" | "graph" | "connector" | "notification" | "bot";

/** One request and its reply between the product and Microsoft, secrets masked. */
export interface Exchange {
  n: number;
  at: string;
  service: ServiceName;
  /** `in`: from the product to Microsoft. */
  direction: "in" | "out";
  method: string;
  url: string;
  /** 0 when there was no reply. */
  status: number;
  durationMs: number;
  requestHeaders: Record<string, string>;
  /** Parsed when it is JSON, else text; null when empty. */
  requestBody: unknown;
  responseHeaders: Record<string, string>;
  responseBody: unknown;
}

export interface ExchangeLog {
  /** The number under which a request that is beginning will be listed. */
  record(exchange: Omit<Exchange, "n">): void;
  list(options?: { after?: number; limit?: number }): Exchange[];
  last(): number;
  clear(): void;
}

const keptExchanges = 2000;
const keptCharacters = 16_000_000;

/** The newest 2,000 exchanges, fewer when their bodies are very large. */
export function exchangeLog(onRecord: () => void): ExchangeLog {
  let kept: { exchange: Exchange; characters: number }[] = [];
  let characters = 0;
  let last = 0;
  return {
    record(exchange) {
      last += 1;
      const size = sizeOf(exchange.requestBody) + sizeOf(exchange.responseBody);
      kept.push({ exchange: { n: last, ...exchange }, characters: size });
      characters += size;
      while (kept.length > keptExchanges || characters > keptCharacters) {
        const oldest = kept.shift();
        if (!oldest) break;
        characters -= oldest.characters;
      }
      onRecord();
    },
    list({ after = 0, limit = keptExchanges } = {}) {
      return kept
        .filter(({ exchange }) => exchange.n > after)
        .slice(0, limit)
        .map(({ exchange }) => exchange);
    },
    last: () => last,
    clear() {
      kept = [];
      characters = 0;
    },
  };
}

function sizeOf(body: unknown): number {
  if (body === null || body === undefined) return 0;
  return typeof body === "string" ? body.length : JSON.stringify(body).length;
}
