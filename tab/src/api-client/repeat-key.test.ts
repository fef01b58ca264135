import { createRepeatKey } from "./repeat-key.ts";

describe("the idempotency key of a write", () => {
  it("stays for a repetition and is new for another content", () => {
    let made = 0;
    const keyFor = createRepeatKey(() => `key ${(made += 1)}`);
    expect(keyFor({ title: "a" })).toBe("key 1");
    expect(keyFor({ title: "a" })).toBe("key 1");
    expect(keyFor({ title: "b" })).toBe("key 2");
  });
});
