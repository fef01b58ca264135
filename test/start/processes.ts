import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { waitFor } from "../harness/wait-for.ts";

const patienceMs = 60_000;

/** Command lines of processes whose arguments or environment name the folder. */
export async function processesOf(folder: string): Promise<string[]> {
  // "e" shows the environment as well, where the children find the folder.
  const { stdout } = await promisify(execFile)(
    "ps",
    ["axeww", "-o", "command"],
    { maxBuffer: 50_000_000 },
  );
  return stdout
    .split("\n")
    .filter((line) => line.includes(folder))
    .map((line) => line.slice(0, 120));
}

/** Resolves when none of them is left; fails with those that stay. */
export async function untilNoProcess(folder: string): Promise<void> {
  await waitFor(
    "the end of every process",
    async () => {
      const left = await processesOf(folder);
      if (left.length > 0) throw new Error(left.join("\n"));
      return true;
    },
    patienceMs,
  );
}
