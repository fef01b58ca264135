import { describeError } from "./log.ts";

describe("an error in the log", () => {
  it("shows no address, wherever in it one stands", () => {
    const entra = Object.assign(
      new Error(
        "50105: The signed in user 'ergs@contoso.com' is blocked (Adele.Vance+x@contoso.co.uk).",
      ),
      {
        name: "ServerError",
        errorCode: "invalid_grant",
        errorNo: 50105,
        claims: '{"upn":"ergs@contoso.com"}',
        request: { headers: { authorization: "Bearer secret" } },
      },
    );
    const error = new Error("job failed for <megan@contoso.com>", {
      cause: entra,
    });
    const line = JSON.stringify(describeError(error));
    expect(line).not.toMatch(/contoso|secret|claims|adele|megan/i);
    expect(line).toContain('"errorNo":50105');
    expect(line).toContain("…@… is blocked".replace("…@…", "'…@…'"));
    expect(line).toContain("job failed");
  });
});
