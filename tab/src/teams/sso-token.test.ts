import { createSsoToken, tokenEndsAtMs } from "./sso-token.ts";

function tokenEndingAt(seconds: number): string {
  return `h.${btoa(JSON.stringify({ exp: seconds }))}.s`;
}

describe("the SSO token", () => {
  it("is asked for once and kept until shortly before it ends", async () => {
    let nowMs = 0;
    let asked = 0;
    const ssoToken = createSsoToken({
      nowMs: () => nowMs,
      getAuthToken: () => {
        asked += 1;
        return Promise.resolve(tokenEndingAt(nowMs / 1000 + 3600));
      },
    });
    await Promise.all([ssoToken(), ssoToken()]);
    await ssoToken();
    expect(asked).toBe(1);
    nowMs = 3_550_000;
    await ssoToken();
    expect(asked).toBe(2);
    await ssoToken({ renew: true });
    expect(asked).toBe(3);
  });

  it("is asked for again after a refusal", async () => {
    let asked = 0;
    const ssoToken = createSsoToken({
      nowMs: () => 0,
      getAuthToken: () => {
        asked += 1;
        return asked === 1
          ? Promise.reject(new Error("CancelledByUser"))
          : Promise.resolve(tokenEndingAt(3600));
      },
    });
    await expect(ssoToken()).rejects.toThrow("CancelledByUser");
    await expect(ssoToken()).resolves.toContain("h.");
  });

  it("has no known end when it is not a readable token", () => {
    expect(tokenEndsAtMs("opaque")).toBeNull();
    expect(tokenEndsAtMs("a.%%%.c")).toBeNull();
    expect(tokenEndsAtMs(tokenEndingAt(12))).toBe(12_000);
  });
});
