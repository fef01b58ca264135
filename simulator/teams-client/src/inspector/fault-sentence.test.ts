import { faultSentence } from "./fault-sentence.ts";

describe("a fault as a sentence", () => {
  it("says which request, and what happens to it", () => {
    expect(
      faultSentence({
        service: "graph",
        method: "post",
        path: "/me/events$",
        times: 1,
        effect: { kind: "status", status: 504, when: "after" },
      }),
    ).toBe(
      "The next POST request to Graph whose path fits /me/events$ is answered 504 after it took effect.",
    );
  });

  it("says that the effect comes after the connection was lost", () => {
    expect(
      faultSentence({
        service: "graph",
        method: "POST",
        effect: { kind: "late", ms: 15_000 },
      }),
    ).toBe(
      "The next POST request to Graph loses its connection and takes effect 15000 ms later.",
    );
  });

  it("tells always from a number of times", () => {
    const effect = { kind: "dropNotification" } as const;
    expect(
      faultSentence({ service: "notification", times: null, effect }),
    ).toBe("Every Graph notification is lost.");
  });
});
