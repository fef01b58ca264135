/** How long the part of a bar is for a value: the longest bar of the table is whole. */
export function shareOf(
  table: {
    columns: readonly { pattern?: unknown }[];
    rows: readonly { values: readonly number[] }[];
  },
  value: number,
): number {
  const lengths = table.rows.map(({ values }) =>
    values.reduce(
      (sum, one, index) =>
        table.columns[index]?.pattern === undefined ? sum : sum + one,
      0,
    ),
  );
  return value / Math.max(1, ...lengths);
}
