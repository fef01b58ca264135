import { safeCell } from "./csv-cell.ts";

describe("a cell", () => {
  it.each([
    "Adele Vance",
    "O'Brien, Conan",
    "Ångström (she/her)",
    "李 雷",
    "adele.vance+erg@contoso.com",
    "1 - 2 = -1",
    "Anne-Marie",
    "",
  ])("stays as it is where nothing in it begins a formula: %s", (text) => {
    expect(safeCell(text)).toBe(text);
  });

  it.each([
    ["=1+1", "'=1+1"],
    ["+49 30 1234", "'+49 30 1234"],
    ["-2+3", "'-2+3"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'=1"],
    ["\r=1", "'=1"],
    ["=1\n+2", "'=1 +2"],
    ['"=1"', '\'"=1"'],
    ["'=1", "''=1"],
    [" =1", "'=1"],
    ["\u2007=1", "'=1"],
    ["\ufeff=1", "'=1"],
    ["＝1＋1", "'＝1＋1"],
    ["＠SUM", "'＠SUM"],
    ["Ann;=1", "Ann;'=1"],
    ['Ann";"=1', 'Ann";\'"=1'],
    ["Ann; =1;@x", "Ann;' =1;'@x"],
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ])("says %j as %j", (text, cell) => {
    expect(safeCell(text)).toBe(cell);
  });

  it("is one line of what can be seen", () => {
    expect(safeCell("Adele\r\n\u0000Vance\u2028\t")).toBe("Adele Vance");
  });
});
