import { jobNames } from "../../bot/src/jobs/job-catalog.ts";
import { namesIn, readPage, tableUnder } from "./read-page.ts";

describe("the operator's pages", () => {
  it("list every variable that the backend reads, and no other", () => {
    const read = [
      ...readPage("bot/src/config.ts").matchAll(/^ {2}([A-Z][A-Z_]+): /gm),
    ].map(([, name = ""]) => name);
    expect(read.length).toBeGreaterThan(20);
    const listed = tableUnder(readPage("README.md"), "Configuration").flatMap(
      ([variable = ""]) => namesIn(variable),
    );
    expect(listed.toSorted()).toEqual(read.toSorted());
  });

  it("list every job, and no other", () => {
    const listed = tableUnder(readPage("docs/operations.md"), "Jobs").flatMap(
      ([job = ""]) => namesIn(job),
    );
    expect(listed.toSorted()).toEqual(jobNames.toSorted());
  });
});
