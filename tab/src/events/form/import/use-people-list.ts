import { useEffect, useRef, useState } from "react";
import { asApiError, type ApiError } from "../../../api-client/api-error.ts";
import { useApi } from "../../../api-client/api.ts";
import type { SettledDraft } from "../event-draft.ts";
import { checkAddresses } from "./check-request.ts";
import { decodeText, type Encoding } from "./decode-text.ts";
import { dryRunOf, type DryRun } from "./dry-run.ts";
import type { Layout } from "./find-column.ts";
import { maxListLength, readPeopleList } from "./read-people-list.ts";

/** A text that was read, or is. */
interface Source {
  /** The file's name; null: it was pasted. */
  name: string | null;
  text: string;
  /** Null: it was pasted. */
  encoding: Encoding | null;
}

/** How a column is chosen: its place, or all. */
export type ColumnChoice = number | "every";

export type ListStep =
  /** `problem` says what was wrong with the list before. */
  | { step: "source"; problem: string | null }
  /** `share` from 0 to 1; null: the backend looks at what was read. */
  | { step: "reading"; name: string | null; share: number | null }
  | { step: "failed"; error: ApiError; retry: () => void }
  | {
      step: "dryRun";
      source: Source;
      run: DryRun;
      layout: Layout;
      column: ColumnChoice;
    };

/** A list of people on its way into the form: read, looked at, and nothing more. */
export function usePeopleList(form: {
  draft: SettledDraft;
  eventId: string | null;
}) {
  const api = useApi();
  const [now, setNow] = useState<ListStep>({ step: "source", problem: null });
  const work = useRef<AbortController>(null);
  useEffect(() => () => work.current?.abort(), []);

  /** Ends what went on, so that no late end of it shows. */
  function begin(): AbortSignal {
    work.current?.abort();
    work.current = new AbortController();
    return work.current.signal;
  }

  function refuse(problem: string | null): void {
    begin();
    setNow({ step: "source", problem });
  }

  async function read(
    source: Source,
    chosen: ColumnChoice | null,
  ): Promise<void> {
    const signal = begin();
    const { name } = source;
    const show = (step: ListStep) => signal.aborted || setNow(step);
    show({ step: "reading", name, share: 0 });
    try {
      const list = await readPeopleList(source.text, {
        column: chosen,
        signal,
        onProgress: (share) => show({ step: "reading", name, share }),
      });
      if (!list.ok) return refuse(list.message);
      const { gathered, layout } = list;
      show({ step: "reading", name, share: null });
      const { addresses } = gathered;
      const checked = await checkAddresses(api, { ...form, addresses, signal });
      const chosenBefore = form.draft.addresses.length;
      const run = dryRunOf({ gathered, checked, chosen: chosenBefore });
      const column = chosen ?? layout.column ?? "every";
      show({ step: "dryRun", source, run, layout, column });
    } catch (error) {
      const retry = () => void read(source, chosen);
      show({ step: "failed", error: asApiError(error), retry });
    }
  }

  async function readFile(file: File): Promise<void> {
    if (file.size > maxListLength)
      return refuse(
        `${file.name} has ${megabytes(file.size)} MB. Files of up to 10 MB are read: split it into several.`,
      );
    const signal = begin();
    setNow({ step: "reading", name: file.name, share: 0 });
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (signal.aborted) return;
      const decoded = decodeText(bytes);
      if (!decoded.ok) return refuse(decoded.message);
      const { text, encoding } = decoded;
      await read({ name: file.name, text, encoding }, null);
    } catch {
      if (!signal.aborted)
        refuse(`${file.name} cannot be read. Choose it again.`);
    }
  }

  return {
    now,
    readFile: (file: File) => void readFile(file),
    readText: (text: string) =>
      void read({ name: null, text, encoding: null }, null),
    chooseColumn: (source: Source, column: ColumnChoice) =>
      void read(source, column),
    /** Back to the beginning; what is being read is left. */
    back: () => refuse(null),
  };
}

function megabytes(bytes: number): string {
  return Math.ceil(bytes / 1024 / 1024).toLocaleString("en");
}
