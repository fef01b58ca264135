import { randomBytes } from "node:crypto";
import { seal, unseal } from "./sealing.ts";

describe("a sealed secret", () => {
  const key = randomBytes(32);
  const purpose = "token-cache:1";
  const sealed = seal({ key, purpose, text: "refresh token ✓" });

  it("opens with its key and purpose, and hides its text", () => {
    expect(unseal({ key, purpose, sealed })).toBe("refresh token ✓");
    expect(sealed.includes("refresh")).toBe(false);
  });

  it("is never the same twice", () => {
    expect(seal({ key, purpose, text: "refresh token ✓" })).not.toEqual(sealed);
  });

  it("does not open with another key, purpose or content", () => {
    expect(() => unseal({ key: randomBytes(32), purpose, sealed })).toThrow(
      /another TOKEN_ENCRYPTION_KEY/,
    );
    expect(() => unseal({ key, purpose: "token-cache:2", sealed })).toThrow();
    for (const index of [0, 6, 20, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => unseal({ key, purpose, sealed: changed })).toThrow();
    }
    expect(() =>
      unseal({ key, purpose, sealed: sealed.subarray(0, 10) }),
    ).toThrow(/not a sealed secret/);
  });
});
