import { openJournal, type Change } from "./journal.ts";

/** Records by key. A record is plain JSON and never changed in place: `put` a new one. */
export interface Table<T> {
  get(key: string): T | undefined;
  put(key: string, value: T): void;
  delete(key: string): void;
  values(): Iterable<T>;
  readonly size: number;
}

export interface Store {
  table<T>(name: string): Table<T>;
  /** Everything that `work` writes reaches the journal together or not at all. */
  atomically<T>(work: () => T): T;
  /** Forgets every record. */
  clear(): void;
  close(): void;
}

type Records = Map<string, unknown>;

/** All records are in memory; with a folder, each write is also appended to a journal there. */
export function openStore(folder?: string): Store {
  const tables = new Map<string, Records>();
  const recordsOf = (name: string): Records => {
    const found = tables.get(name);
    if (found) return found;
    const made: Records = new Map();
    tables.set(name, made);
    return made;
  };
  const journal = folder
    ? openJournal(folder, {
        replay: (change) => apply(recordsOf, change),
        snapshot: () => snapshot(tables),
      })
    : null;

  let pending: Change[] | null = null;
  const write = (change: Change) => {
    apply(recordsOf, change);
    if (pending) pending.push(change);
    else journal?.append([change]);
  };

  return {
    table<T>(name: string): Table<T> {
      const records = recordsOf(name) as Map<string, T>;
      return {
        get: (key) => records.get(key),
        put: (key, value) => write([name, key, value]),
        delete: (key) => {
          if (records.has(key)) write([name, key]);
        },
        values: () => records.values(),
        get size() {
          return records.size;
        },
      };
    },
    atomically(work) {
      if (pending) return work();
      pending = [];
      try {
        return work();
      } finally {
        const changes = pending;
        pending = null;
        if (changes.length > 0) journal?.append(changes);
      }
    },
    clear() {
      for (const records of tables.values()) records.clear();
      journal?.truncate();
    },
    close: () => journal?.close(),
  };
}

function apply(recordsOf: (name: string) => Records, change: Change): void {
  const [name, key] = change;
  if (change.length === 3) recordsOf(name).set(key, change[2]);
  else recordsOf(name).delete(key);
}

function* snapshot(tables: Map<string, Records>): Iterable<Change> {
  for (const [name, records] of tables) {
    for (const [key, value] of records) yield [name, key, value];
  }
}
