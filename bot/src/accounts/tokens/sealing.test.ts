import { randomBytes } from "node:crypto";
import { isSealedWith, seal, unseal } from "./sealing.ts";

describe("a sealed secret", () => {
  const keys = { current: randomBytes(32), previous: [] };
  const purpose = "token-cache:1";
  const sealed = seal({ keys, purpose, text: "refresh token ✓" });

  it("opens with its key and purpose, and hides its text", () => {
    expect(unseal({ keys, purpose, sealed })).toBe("refresh token ✓");
    expect(sealed.includes("refresh")).toBe(false);
  });

  it("is never the same twice", () => {
    expect(seal({ keys, purpose, text: "refresh token ✓" })).not.toEqual(
      sealed,
    );
  });

  it("does not open with another key, purpose or content", () => {
    const other = { current: randomBytes(32), previous: [randomBytes(32)] };
    expect(() => unseal({ keys: other, purpose, sealed })).toThrow(
      /another TOKEN_ENCRYPTION_KEY/,
    );
    expect(() => unseal({ keys, purpose: "token-cache:2", sealed })).toThrow();
    for (const index of [0, 6, 20, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => unseal({ keys, purpose, sealed: changed })).toThrow();
    }
    expect(() =>
      unseal({ keys, purpose, sealed: sealed.subarray(0, 10) }),
    ).toThrow(/not a sealed secret/);
  });

  it("opens after a change of the key as long as the earlier one is named, and is sealed with today's", () => {
    const rotated = { current: randomBytes(32), previous: [keys.current] };
    const text = unseal({ keys: rotated, purpose, sealed });
    expect(text).toBe("refresh token ✓");
    const anew = seal({ keys: rotated, purpose, text });
    expect(isSealedWith(rotated.current, anew)).toBe(true);
    expect(isSealedWith(keys.current, anew)).toBe(false);
  });
});
