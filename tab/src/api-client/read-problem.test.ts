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
});
