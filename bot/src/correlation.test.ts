import {
  correlationId,
  readCorrelationId,
  withCorrelation,
} from "./correlation.ts";

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

describe("the id of a request", () => {
  it("is the caller's own when it is a GUID", () => {
    const given = "7D1B0C6E-90A1-4F6B-8E2A-3E0F2D5C4B1A";
    expect(readCorrelationId({ "x-correlation-id": given })).toBe(
      given.toLowerCase(),
    );
  });

  it("is the trace of a traceparent, written as a GUID", () => {
    expect(
      readCorrelationId({
        traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
      }),
    ).toBe("4bf92f35-77b3-4da6-a3ce-929d0e0e4736");
  });

  it("is a new one when the caller brings what is no id, such as somebody's address", () => {
    for (const headers of [
      {},
      { "x-correlation-id": "megan@contoso.com" },
      { "x-correlation-id": ["a", "b"] },
      {
        traceparent: "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
      },
      { traceparent: "hello" },
    ])
      expect(readCorrelationId(headers)).toMatch(guid);
    expect(readCorrelationId({})).not.toBe(readCorrelationId({}));
  });

  it("is known to whatever the work sets off, and to nothing else", async () => {
    const id = "4bf92f35-77b3-4da6-a3ce-929d0e0e4736";
    const seen = await withCorrelation(id, async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      return correlationId();
    });
    expect(seen).toBe(id);
    expect(correlationId()).toBeNull();
  });
});
