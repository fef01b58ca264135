import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Bench, Figure } from "./figure.ts";
import { formatTable } from "./format-table.ts";

/**
 * Runs all benches, or those that give the named figures. Standard output
 * carries the result alone: a table, or with `--json` one object a line.
 *
 * @returns the exit code: 1 if something could not be measured
 */
export async function runBenches(args: readonly string[]): Promise<number> {
  const asJson = args.includes("--json");
  const wanted = args.filter((arg) => !arg.startsWith("--"));
  const benches = await readBenches();
  const known = benches.flatMap(({ names }) => names);
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    console.error(`No bench gives "${unknown}": it is ${known.join(", ")}.`);
    return 1;
  }
  const isWanted = (name: string) =>
    wanted.length === 0 || wanted.includes(name);

  const figures: Figure[] = [];
  let exitCode = 0;
  for (const { names, measure } of benches) {
    if (!names.some(isWanted)) continue;
    try {
      const measured = await measure((line) => console.error(`… ${line}`));
      const shown = measured.filter(({ name }) => isWanted(name));
      figures.push(...shown);
      if (asJson) for (const each of shown) console.log(JSON.stringify(each));
    } catch (error) {
      exitCode = 1;
      console.error(`${names.join(", ")} could not be measured:`, error);
    }
  }
  if (!asJson && figures.length > 0) console.log(formatTable(figures));
  return exitCode;
}

async function readBenches(): Promise<Bench[]> {
  const files = await readdir(import.meta.dirname);
  return Promise.all(
    files
      .filter((file) => file.endsWith(".bench.ts"))
      .toSorted()
      .map(async (file) => {
        const path = join(import.meta.dirname, file);
        const { bench } = (await import(path)) as { bench: Bench };
        return bench;
      }),
  );
}
