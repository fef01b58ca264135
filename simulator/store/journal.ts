import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";

/** `[table, key, value]` puts a record, `[table, key]` deletes it. */
export type Change =
  [table: string, key: string, value: unknown] | [table: string, key: string];

export interface Journal {
  /** Does nothing once it is closed: what a stopped process still had in hand is lost, as with a killed one. */
  append(changes: Change[]): void;
  truncate(): void;
  close(): void;
}

/**
 * An append-only file with one line of JSON for each batch of changes. A line is handed to the
 * operating system in one write, so a killed process leaves whole lines and at most one torn
 * last one, which is ignored. At each start the file is replayed and rewritten without history.
 */
export function openJournal(
  folder: string,
  memory: {
    replay: (change: Change) => void;
    snapshot: () => Iterable<Change>;
  },
): Journal {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "journal.jsonl");
  if (existsSync(path)) {
    replayFile(path, memory.replay);
    compact(path, memory.snapshot());
  }
  // 600: the journal holds refresh tokens.
  // Null once closed: its number may by then be that of another file, or of somebody's connection.
  let file: number | null = openSync(path, "a", 0o600);
  return {
    append(changes) {
      if (file !== null) writeSync(file, `${JSON.stringify(changes)}\n`);
    },
    truncate() {
      if (file !== null) ftruncateSync(file, 0);
    },
    close() {
      if (file !== null) closeSync(file);
      file = null;
    },
  };
}

function replayFile(path: string, replay: (change: Change) => void): void {
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line === "") continue;
    const batch = parseBatch(line);
    if (!batch) return;
    batch.forEach(replay);
  }
}

function parseBatch(line: string): Change[] | null {
  try {
    // Only this file's `append` writes these lines.
    return JSON.parse(line) as Change[];
  } catch {
    return null;
  }
}

function compact(path: string, records: Iterable<Change>): void {
  const temporary = `${path}.compacting`;
  const file = openSync(temporary, "w", 0o600);
  for (const record of records) {
    writeSync(file, `${JSON.stringify([record])}\n`);
  }
  closeSync(file);
  renameSync(temporary, path);
}
