import type { AttendanceBreakdown } from "../../../../../bot/contract/attendance.ts";
import { BarTable, type BarColumn } from "../../../layout/BarTable.tsx";
import { attendanceBars } from "./attendance-words.ts";

const columns: readonly BarColumn[] = [
  { label: "Came", pattern: "filled" },
  { label: "Did not come", pattern: "hatched" },
];

/** Who came, by what they had answered. */
export function AttendanceChart(props: { breakdown: AttendanceBreakdown }) {
  const bars = attendanceBars(props.breakdown);
  if (bars.length === 0) return null;
  return (
    <BarTable
      label="Who came, by answer"
      rowHead="Answer"
      columns={columns}
      rows={bars.map(({ answer, label, came, didNotCome }) => ({
        key: answer,
        label,
        values: [came, didNotCome],
      }))}
    />
  );
}
