import { readCell } from "./read-address.ts";

const read = (cell: string) =>
  readCell(cell).map((one) =>
    one.ok ? one.address : `${one.refusal}: ${one.text}`,
  );

describe("a cell", () => {
  it.each([
    ["adele@contoso.com", ["adele@contoso.com"]],
    ["  adele@contoso.com\u00a0", ["adele@contoso.com"]],
    ["\ufeff\u200badele@contoso.com.", ["adele@contoso.com"]],
    ["'adele@contoso.com'", ["adele@contoso.com"]],
    ["<adele@contoso.com>", ["adele@contoso.com"]],
    ["mailto:adele@contoso.com", ["adele@contoso.com"]],
    ["SMTP:adele@contoso.com", ["adele@contoso.com"]],
    ["Adele Vance <adele@contoso.com>", ["adele@contoso.com"]],
    ["Vance, Adele <adele@contoso.com>", ["adele@contoso.com"]],
    ['"Vance, Adele" <adele@contoso.com>', ["adele@contoso.com"]],
    [
      "a@x.com; b@x.com, c@x.com d@x.com",
      ["a@x.com", "b@x.com", "c@x.com", "d@x.com"],
    ],
    ["Vance, Adele <a@x.com>; Wilber, Alex <b@x.com>", ["a@x.com", "b@x.com"]],
    ["+adele@contoso.com", ["+adele@contoso.com"]],
    ["", []],
    [" \u00a0 ", []],
  ])("%j has its addresses", (cell, addresses) => {
    expect(read(cell)).toEqual(addresses);
  });

  it.each([
    ["=1+1", "formula"],
    ["=cmd|' /C calc'!A0", "formula"],
    ['=HYPERLINK("mailto:adele@contoso.com","adele@contoso.com")', "formula"],
    ["+1-555-0100", "formula"],
    ["-2+3+cmd|' /C calc'!A0", "formula"],
    ["@SUM(1+1)*cmd|' /C calc'!A0", "formula"],
    [" =adele@contoso.com", "formula"],
    ["Adele Vance", "noAddress"],
    ["adele(at)contoso.com", "noAddress"],
    ["adele@contoso", "malformed"],
    ["adele@@contoso.com", "malformed"],
    ["adele@contoso.com is away", "malformed"],
    ["jörg@contoso.com", "malformed"],
    ["x".repeat(1_000_000), "tooLong"],
    [`${"x".repeat(300)}@contoso.com`, "malformed"],
  ])("%j is refused", (cell, refusal) => {
    const [first, ...more] = readCell(cell);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ ok: false, refusal });
    expect(first?.ok === false && first.text.length).toBeLessThanOrEqual(81);
  });

  it("names what is wrong beside what is right", () => {
    expect(read("a@x.com, bob, Alex <b@x>; c@x.com")).toEqual([
      "a@x.com",
      "malformed: bob, Alex <b@x>",
      "c@x.com",
    ]);
  });
});
