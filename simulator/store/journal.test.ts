import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openJournal } from "./journal.ts";

describe("a closed journal", () => {
  const folder = mkdtempSync(join(tmpdir(), "erg-events-journal-"));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("writes into no file that has got its number since", () => {
    const journal = openJournal(folder, {
      replay: () => {},
      snapshot: () => [],
    });
    journal.append([["mails", "kept", 1]]);
    journal.close();
    const other = join(folder, "other");
    const file = openSync(other, "a");
    journal.append([["mails", "late", 2]]);
    journal.truncate();
    journal.close();
    closeSync(file);
    expect(readFileSync(other, "utf8")).toBe("");
    expect(readFileSync(join(folder, "journal.jsonl"), "utf8")).toBe(
      '[["mails","kept",1]]\n',
    );
  });
});
