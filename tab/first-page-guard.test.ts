import { compilerOnFirstPage, type BuiltChunk } from "./first-page-guard.ts";

const chunk = (
  fileName: string,
  more: Partial<BuiltChunk> = {},
): BuiltChunk => ({
  ...{ fileName, isEntry: false, imports: [], moduleIds: [] },
  ...more,
});
const stylis = "/home/x/node_modules/stylis/src/Parser.js";

describe("the style compiler", () => {
  it("is found in whatever the first page cannot do without", () => {
    expect(
      compilerOnFirstPage([
        chunk("index.js", { isEntry: true, imports: ["first.js"] }),
        chunk("first.js", { imports: ["deeper.js", "index.js"] }),
        chunk("deeper.js", { moduleIds: ["/home/x/tab/src/App.tsx", stylis] }),
      ]),
    ).toEqual([stylis]);
  });

  it("may be in what comes later", () => {
    expect(
      compilerOnFirstPage([
        chunk("index.js", { isEntry: true, imports: ["first.js"] }),
        chunk("first.js", {
          moduleIds: ["/x/node_modules/@griffel/core/src/mergeClasses.js"],
        }),
        chunk("EventPage.js", { moduleIds: [stylis] }),
      ]),
    ).toEqual([]);
  });
});
