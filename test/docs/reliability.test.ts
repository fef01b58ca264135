import { namesIn, readPage, tableUnder } from "./read-page.ts";

/** Calls that change nothing. */
const isRead = (call: string) => /^(GET |POST \/\$batch$)/.test(call);

describe("the page on reliability", () => {
  const rows = tableUnder(
    readPage("docs/reliability.md"),
    "Outgoing effects",
  ).map(([effect = "", call = "", kind = "", by = "", bound = ""]) => ({
    effect,
    isConnector: call.startsWith("connector"),
    isEntra: call.startsWith("Entra"),
    calls: namesIn(call),
    kind,
    by,
    bound,
  }));

  it("has every call of Graph that changes something, and no other", () => {
    const made = tableUnder(
      readPage("docs/graph-calls.md"),
      "Graph calls per use case",
    )
      .flatMap(([, calls = ""]) => namesIn(calls))
      .filter((call) => !isRead(call));
    expect(made.length).toBeGreaterThan(4);
    const graph = rows.filter((row) => !row.isConnector && !row.isEntra);
    expect(new Set(graph.flatMap(({ calls }) => calls))).toEqual(
      // Renewing comes days later than what that page walks through.
      new Set([...made, "PATCH /subscriptions/{id}"]),
    );
  });

  it("has everything that is written to Teams, and nothing else", () => {
    const operations = [
      ...readPage("bot/src/teams/messenger.ts").matchAll(
        /callConnector\(\s*"(\w+)"/g,
      ),
    ].map(([, name]) => name);
    expect(operations.length).toBeGreaterThan(4);
    expect(
      new Set(rows.filter((row) => row.isConnector).flatMap((r) => r.calls)),
    ).toEqual(new Set(operations));
  });

  it("says of each by what it is held, and how far it may go wrong", () => {
    for (const { effect, kind, by, bound } of rows) {
      expect([effect, kind]).toEqual([
        effect,
        expect.stringMatching(
          /^(idempotent|guarded|at least once|at most once)/,
        ),
      ]);
      expect([effect, by.length > 0]).toEqual([effect, true]);
      // What is not exact has a bound.
      expect([effect, bound === "none" && kind.startsWith("at ")]).toEqual([
        effect,
        false,
      ]);
      expect([effect, bound.length > 0]).toEqual([effect, true]);
    }
  });
});
