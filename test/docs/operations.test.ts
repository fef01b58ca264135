import { jobNames } from "../../bot/src/jobs/job-catalog.ts";
import { gaugeNames, timingNames } from "../../bot/src/metrics/metric-names.ts";
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

  it("list every metric with its labels, and no other", () => {
    const page = readPage("docs/operations.md");
    const section = page.slice(page.indexOf("## Metrics"));
    const listed = [
      ...section
        .slice(0, section.indexOf("\n## ", 1))
        .matchAll(/^\| `(erg_\w+)`[ *]*\|([^|]*)\|/gm),
    ].map(([, name, labels = ""]) => `${name} ${namesIn(labels).join(" ")}`);
    const measured = [
      ...Object.values(timingNames),
      ...Object.values(gaugeNames),
    ].map(({ name, labels }) => `${name} ${labels.join(" ")}`);
    expect(listed.toSorted()).toEqual(measured.toSorted());
  });
});
