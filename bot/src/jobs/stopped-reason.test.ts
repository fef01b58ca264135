import { GraphFailure } from "../graph/graph-failure.ts";
import { reasonOf, readStoppedReason } from "./stopped-reason.ts";

describe("why work stopped", () => {
  it("is what the last try threw", () => {
    const graph = new GraphFailure({
      kind: "bug",
      status: 400,
      code: "ErrorInvalidRecipients",
      message: "Graph answered 400.",
    });
    expect(reasonOf(graph)).toBe("outlook");
    expect(reasonOf(Object.assign(new Error(), { severity: "ERROR" }))).toBe(
      "database",
    );
    expect(reasonOf(Object.assign(new Error(), { code: "ECONNREFUSED" }))).toBe(
      "database",
    );
    expect(reasonOf(new TypeError("undefined is not a function"))).toBe(
      "unexpected",
    );
    expect(reasonOf("a text")).toBe("unexpected");
  });

  it("is told by the queue where the process did not live to tell", () => {
    const said = (message: string) => readStoppedReason({ value: { message } });
    expect(said("job heartbeat timeout")).toBe("processEnded");
    expect(said("job timed out")).toBe("tookTooLong");
    expect(
      readStoppedReason({ message: "handler execution exceeded 600s" }),
    ).toBe("tookTooLong");
    expect(readStoppedReason({ reason: "teams" })).toBe("teams");
    expect(readStoppedReason({ reason: "none that we know" })).toBe(
      "unexpected",
    );
    expect(readStoppedReason(null)).toBe("unexpected");
  });
});
