import { readFile, rm, writeFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { formatMatrix, type FlowReport } from "./faults/format-matrix.ts";
import { runJest } from "./test/run-jest.ts";

/**
 * Every fault at every call of Microsoft that the flows make, which takes a quarter of an hour, and the kills at every write of
 * the database. Writes the matrix into docs/reliability.md. FAULT_ONE_OF=5 runs a fifth of the matrix,
 * FAULT_MINUTES=20 what is begun within twenty minutes.
 */
const root = dirname(import.meta.dirname);
const report = join(root, ".cache", "faults", "report.jsonl");
await mkdir(dirname(report), { recursive: true });
await rm(report, { force: true });
process.env["FAULT_ALL"] = "1";
process.env["FAULT_REPORT"] = report;
const places = process.argv.slice(2);
const passed = await runJest(root, [
  "--runInBand",
  ...(places.length > 0 ? places : ["test/faults"]),
]);
const lines = await readFile(report, "utf8").catch(() => "");
const reports = lines
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as FlowReport);
if (reports.length > 0) {
  const page = join(root, "docs", "reliability.md");
  const before = await readFile(page, "utf8");
  const matrix = formatMatrix(reports, new Date().toISOString().slice(0, 10));
  const after = before.replace(
    /(<!-- matrix -->\n).*(\n<!-- end of matrix -->)/s,
    (_, begin: string, end: string) => `${begin}\n${matrix}\n${end}`,
  );
  await writeFile(page, after);
  console.log(matrix);
}
process.exitCode = passed ? 0 : 1;
