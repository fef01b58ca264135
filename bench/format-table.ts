import type { Figure } from "./figure.ts";

const columns = ["name", "value", "unit", "limit", "ratio"] as const;

/** Names and units to the left, numbers to the right. */
export function formatTable(figures: readonly Figure[]): string {
  const rows = [
    [...columns],
    ...figures.map(({ name, value, unit, limit, ratio }) => [
      name,
      readable(value),
      unit,
      readable(limit),
      ratio.toFixed(3),
    ]),
  ];
  const widths = columns.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          const isText = column === 0 || column === 2;
          return isText ? cell.padEnd(width) : cell.padStart(width);
        })
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Whole numbers from 100 up, three digits below. */
function readable(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString("en");
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString("en");
  return value.toPrecision(3);
}
