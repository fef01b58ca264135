import type { Exchange } from "../api/inspector-shapes.ts";
import { filterExchanges, pathOfUrl, pretty } from "./filter-exchanges.ts";

const exchange = (n: number, changes: Partial<Exchange>): Exchange => ({
  n,
  at: "2026-11-23T09:00:00Z",
  service: "graph",
  direction: "in",
  method: "GET",
  url: "https://localhost/v1.0/me",
  status: 200,
  durationMs: 1,
  requestBody: undefined,
  responseBody: undefined,
  ...changes,
});

const exchanges = [
  exchange(1, {
    method: "POST",
    url: "https://localhost/v1.0/me/events",
    status: 429,
  }),
  exchange(2, { service: "entra", responseBody: { scope: "User.Read" } }),
];

const numbers = (service: "all" | "entra", text: string) =>
  filterExchanges(exchanges, { service, text }).map(({ n }) => n);

describe("the inspector's filter", () => {
  it("keeps all when nothing is asked", () => {
    expect(numbers("all", "  ")).toEqual([1, 2]);
  });

  it("wants every word, in the request line, the status or the bodies", () => {
    expect(numbers("all", "post 429")).toEqual([1]);
    expect(numbers("all", "user.read")).toEqual([2]);
    expect(numbers("all", "post user.read")).toEqual([]);
  });

  it("keeps one service", () => {
    expect(numbers("entra", "")).toEqual([2]);
  });
});

describe("an exchange on the page", () => {
  it("shows the path, legibly", () => {
    expect(pathOfUrl("https://localhost:1/v1.0/me/events?%24top=1")).toBe(
      "/v1.0/me/events?$top=1",
    );
  });

  it("lays out JSON, also when it comes as text, and leaves other text alone", () => {
    expect(pretty('{"a":1}')).toBe('{\n  "a": 1\n}');
    expect(pretty("a=1&b=2")).toBe("a=1&b=2");
    expect(pretty(null)).toBe("");
  });
});
