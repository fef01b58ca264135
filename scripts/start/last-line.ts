import { readFile } from "node:fs/promises";

/** The last thing that a log says after byte `start`, in words: of a JSON line its message, of a stack the error. */
export async function readLastLine(
  path: string,
  start: number,
): Promise<string> {
  const whole = await readFile(path).catch(() => Buffer.alloc(0));
  const lines = whole
    .subarray(start)
    .toString("utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("Node.js v"));
  const error = lines.findLast((line) => /^[A-Za-z]*Error\b.*: /.test(line));
  return messageOf(error ?? lines.at(-1) ?? "");
}

function messageOf(line: string): string {
  try {
    const entry: unknown = JSON.parse(line);
    if (typeof entry === "object" && entry !== null && "msg" in entry) {
      return String(entry.msg);
    }
  } catch {
    // Not JSON: the line speaks for itself.
  }
  return line;
}
