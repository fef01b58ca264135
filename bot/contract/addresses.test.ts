import {
  addressListSchema,
  isAddress,
  maxAddresses,
  maxAddressLength,
} from "./addresses.ts";

const many = Array.from(
  { length: maxAddresses },
  (_, n) => `p${n}@contoso.com`,
);
const refusal = (given: unknown) =>
  addressListSchema.safeParse(given).error?.issues;

describe("a list of addresses", () => {
  it("takes fifty thousand, and not one more", () => {
    expect(addressListSchema.parse(many)).toBe(many);
    expect(refusal([...many, "one@contoso.com"])).toMatchObject([
      { path: [], message: "Give at most 50,000 addresses; these are 50,001." },
    ]);
  });

  it("is refused with the number of what is malformed", () => {
    expect(refusal(["adele@contoso.com", "adele"])).toMatchObject([
      {
        path: [1],
        message:
          "Number 2 (“adele”) is not an e-mail address. Write it like name@company.com, or take it out.",
      },
    ]);
  });

  it("is refused by one issue that names the first twenty, however many are malformed", () => {
    const issues = refusal(
      many.map((_, n) => (n < 7 ? `p${n}@contoso.com` : "=1")),
    );
    expect(issues).toHaveLength(1);
    expect(issues?.[0]?.path).toEqual([7]);
    const { message } = issues![0]!;
    expect(message).toContain("Number 8 (“=1”), number 9");
    expect(message).toContain(
      "number 27 (“=1”) and 49,973 more are not e-mail addresses.",
    );
    expect(message).not.toContain("number 28");
  });

  it("is refused when it is none, holds something else, or is hostile in length", () => {
    expect(refusal("a@contoso.com")).toHaveLength(1);
    expect(refusal([1, null])).toMatchObject([
      {
        path: [0],
        message: expect.stringContaining("Number 1 (not a text)") as string,
      },
    ]);
    expect(refusal(Array.from({ length: 1_000_000 }, () => 0))).toHaveLength(1);
    const long = `${"a".repeat(1_000_000)}@contoso.com`;
    const message = refusal([long])?.[0]?.message ?? "";
    expect(message.length).toBeLessThan(200);
  });

  it("has addresses up to the length that mail servers take", () => {
    const domain = "@contoso.com";
    expect(
      isAddress("a".repeat(maxAddressLength - domain.length) + domain),
    ).toBe(true);
    expect(isAddress("a".repeat(maxAddressLength) + domain)).toBe(false);
    for (const none of [
      "",
      "a",
      "a@b",
      "a b@c.de",
      "=a@b.de",
      "a@b.de\n",
      "a@@b.de",
      "a@b..de",
    ])
      expect(isAddress(none)).toBe(false);
  });
});
