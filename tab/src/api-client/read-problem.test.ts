import { readProblem } from "./read-problem.ts";

describe("a refused request", () => {
  it("carries the backend's sentence and the field", () => {
    const error = readProblem(400, {
      type: "about:blank",
      title: "Bad request",
      status: 400,
      code: "invalidRequest",
      detail: "Give the event a title.",
      field: "title",
    });
    expect(error.message).toBe("Give the event a title.");
    expect(error.field).toBe("title");
    expect(error.code).toBe("invalidRequest");
  });

  it("has a sentence of its own when the answer is not the backend's", () => {
    for (const body of [null, "<html>", {}, { detail: 5 }]) {
      const error = readProblem(502, body);
      expect(error.message).toMatch(/Try again in a minute/);
      expect(error.field).toBeNull();
    }
  });

  it("carries a reference where the backend is at fault, and only there", () => {
    const correlationId = "4bf92f35-77b3-4da6-a3ce-929d0e0e4736";
    expect(readProblem(500, { correlationId }).reference).toBe(correlationId);
    expect(readProblem(422, { correlationId }).reference).toBeNull();
    expect(readProblem(502, "<html>").reference).toBeNull();
  });
});
