import { appendFile } from "node:fs/promises";
import { drawFaults } from "../harness/drawn-faults.ts";
import { namesIn, readPage, tableUnder } from "../docs/read-page.ts";
import { matrixFlows } from "./matrix/all-flows.ts";
import { distinctStrikes } from "./matrix/choose-strikes.ts";
import { allFaultKinds } from "./matrix/fault-kinds.ts";
import type { Strike } from "./matrix/fault-lane.ts";
import { runMatrix } from "./matrix/run-matrix.ts";

const drawn = drawFaults(process.env, new Date());
const isWhole = process.env["FAULT_ALL"] === "1";
/** FAULT_ONE_OF=5 runs a fifth of the whole matrix. */
const oneOf = Number(process.env["FAULT_ONE_OF"] ?? 1);
/** FAULT_MINUTES=20 begins no further fault after twenty minutes. */
const endsAt =
  performance.now() + Number(process.env["FAULT_MINUTES"] ?? Infinity) * 60_000;
/** Where `npm run faults` wants the result. */
const report = process.env["FAULT_REPORT"];

/** In `npm test` each kind of call drawn is struck once, by another fault each day. */
function choose(strikes: Strike[]): Strike[] {
  const distinct = distinctStrikes(strikes);
  if (isWhole) return distinct.filter((_, n) => n % oneOf === 0);
  const kinds = new Map<string, Strike[]>();
  for (const strike of distinct) {
    const { kind, nth } = strike.call;
    if (nth === 1 && drawn.isDrawn(kind))
      kinds.set(kind, [...(kinds.get(kind) ?? []), strike]);
  }
  return [...kinds.values()].flatMap((same) => {
    const day = Number(process.env["FAULT_SEED"] ?? new Date().getUTCDate());
    return same[(day + same.length) % same.length] ?? [];
  });
}

const recorded = new Set<string>();

describe.each(matrixFlows)("$name", (flow) => {
  it("ends as if nothing had happened, whatever fails, apart from the stated bounds", async () => {
    const { calls, cells, missed } = await runMatrix(flow, {
      lanes: isWhole ? 7 : 1,
      choose,
      isOver: () => performance.now() > endsAt,
      say: (line) => void process.stderr.write(`${line} (${drawn.said})\n`),
    });
    for (const { kind } of calls) recorded.add(kind);
    if (report)
      await appendFile(
        report,
        `${JSON.stringify({ flow: flow.name, calls, cells, missed, faults: allFaultKinds })}\n`,
      );
    expect(cells.filter(({ failure }) => failure !== null)).toEqual([]);
    expect(missed).toEqual([]);
  }, 3_600_000);
});

describe("the matrix", () => {
  const page = readPage("docs/reliability.md");

  it("comes by every call of Graph that changes something", () => {
    const writes = tableUnder(
      readPage("docs/graph-calls.md"),
      "Graph calls per use case",
    )
      .flatMap(([, calls = ""]) => namesIn(calls))
      .filter((call) => !call.startsWith("GET "));
    expect(writes.length).toBeGreaterThan(5);
    expect(writes.filter((call) => !recorded.has(`graph ${call}`))).toEqual([]);
  });

  it("is on the page with the very calls that were recorded", () => {
    const named = tableUnder(page, "The matrix").flatMap(([call = ""]) =>
      namesIn(call),
    );
    expect(new Set(named)).toEqual(recorded);
  });
});
