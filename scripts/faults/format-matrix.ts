import { bounds, type Bound } from "../../test/faults/matrix/bounds.ts";
import { allFaultKinds } from "../../test/faults/matrix/fault-kinds.ts";
import type { Cell } from "../../test/faults/matrix/run-matrix.ts";
import type { Strike } from "../../test/faults/matrix/fault-lane.ts";

/** What one flow's runs gave, as the test reports it. */
export interface FlowReport {
  flow: string;
  calls: { kind: string; nth: number }[];
  cells: Cell[];
  missed: Strike[];
}

/**
 * The matrix as a Markdown table: a row for each kind of call, a column for each fault. A cell says `same` where every
 * run ended as the undisturbed one, else the bounds that were used.
 */
export function formatMatrix(
  reports: readonly FlowReport[],
  day: string,
): string {
  const cells = reports.flatMap((report) => report.cells);
  const kinds = [
    ...new Set(reports.flatMap(({ calls }) => calls.map(({ kind }) => kind))),
  ].toSorted();
  const row = (columns: readonly string[]) => `| ${columns.join(" | ")} |`;
  const table = [
    row(["Call", ...allFaultKinds]),
    row(["---", ...allFaultKinds.map(() => "---")]),
    ...kinds.map((kind) =>
      row([
        `\`${kind}\``,
        ...allFaultKinds.map((fault) =>
          verdictOf(
            cells.filter(
              (cell) => cell.call.kind === kind && cell.fault === fault,
            ),
          ),
        ),
      ]),
    ),
  ];
  const failed = cells.filter(({ failure }) => failure !== null).length;
  return [
    `Run on ${day}: ${reports.length} flows, ${cells.length} runs with a fault, ${failed} of them ended otherwise. Where one call is made several times in a flow, the first two are struck, and each flow that makes it counts; a read has no effect, so there is no “after”. A dash: not run.`,
    "",
    ...table,
    "",
    ...Object.entries(bounds).map(([number, text]) => `${number}. ${text}`),
  ].join("\n");
}

function verdictOf(cells: readonly Cell[]): string {
  if (cells.length === 0) return "–";
  if (cells.some(({ failure }) => failure !== null)) return "**differs**";
  const used = [...new Set(cells.flatMap((cell): Bound[] => cell.bounds))];
  return used.length === 0 ? "same" : `bound ${used.toSorted().join(", ")}`;
}
