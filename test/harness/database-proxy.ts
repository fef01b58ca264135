import { connect, createServer, type Server, type Socket } from "node:net";

/** A statement that changed rows, or the commit of some, as PostgreSQL reported it. */
export interface DatabaseWrite {
  /** What was written, with numbers and names of parameters taken out: equal writes have equal labels. */
  label: string;
  /** `statement`: executed; `beforeCommit`: COMMIT has not reached PostgreSQL; `afterCommit`: it has. */
  moment: "statement" | "beforeCommit" | "afterCommit";
}

/**
 * A line between the product and PostgreSQL that sees every write in PostgreSQL's own protocol (the
 * message formats are in its manual, chapter "Frontend/Backend Protocol"). `onWrite` is called with each
 * one before the product learns of it, or before PostgreSQL does for `beforeCommit`; while it is pending
 * the line stands still.
 */
export interface DatabaseProxy {
  connectionString: string;
  /** Cuts every line that stands; new ones are let through. */
  cutAll(): void;
  close(): Promise<void>;
}

export async function openDatabaseProxy(options: {
  target: string;
  onWrite?: (write: DatabaseWrite) => Promise<void> | void;
  /** Called with the text of every statement that is sent, before PostgreSQL gets it; the line waits for it. */
  onStatement?: (sql: string) => unknown;
  /** Whether a statement's line is cut instead of handing it on. */
  cut?: (sql: string) => boolean;
}): Promise<DatabaseProxy> {
  const target = new URL(options.target);
  const sockets = new Set<Socket>();
  const server: Server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      // Messages go out one by one: held back, each would cost 40 ms.
      socket.setNoDelay(true);
      socket.on("close", () => sockets.delete(socket));
      // One end gone: the other must notice, as over a real network.
      socket.on("error", () => undefined);
    }
    client.on("close", () => upstream.destroy());
    upstream.on("close", () => client.destroy());
    relay(client, upstream, {
      onWrite: options.onWrite ?? (() => undefined),
      onStatement: (sql) => {
        if (!options.cut?.(sql)) return options.onStatement?.(sql);
        client.destroy();
        return new Promise(() => undefined);
      },
    });
  });
  await new Promise<void>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve()),
  );
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no port");
  const url = new URL(options.target);
  url.hostname = "127.0.0.1";
  url.port = String(address.port);
  return {
    connectionString: url.href,
    cutAll: () => {
      for (const socket of sockets) socket.destroy();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Follows one connection. Statements are answered in the order in which they were sent. */
function relay(
  client: Socket,
  upstream: Socket,
  {
    onWrite,
    onStatement,
  }: {
    onWrite: (write: DatabaseWrite) => Promise<void> | void;
    onStatement: (sql: string) => unknown;
  },
): void {
  const sent: string[] = [];
  const parsed = new Map<string, string>();
  let lastParsed = "";
  let wroteInTransaction: string[] = [];
  let inTransaction = false;

  readMessages(client, { hasStartup: true }, async (type, body, bytes) => {
    if (type === "Q") {
      const sql = text(body, 0);
      sent.push(sql);
      await onStatement(sql);
      if (/^\s*commit/i.test(sql) && wroteInTransaction.length > 0)
        await onWrite({
          label: commitLabel(wroteInTransaction),
          moment: "beforeCommit",
        });
    } else if (type === "P") {
      const name = text(body, 0);
      lastParsed = text(body, name.length + 1);
      parsed.set(name, lastParsed);
    } else if (type === "B") {
      const portal = text(body, 0);
      const name = text(body, portal.length + 1);
      lastParsed = parsed.get(name) ?? lastParsed;
    } else if (type === "E") {
      sent.push(lastParsed);
      await onStatement(lastParsed);
    }
    upstream.write(bytes);
  });

  readMessages(upstream, { hasStartup: false }, async (type, body, bytes) => {
    if (type === "C") {
      const tag = text(body, 0);
      const sql = sent[0] ?? "";
      if (tag === "BEGIN") {
        inTransaction = true;
        wroteInTransaction = [];
      } else if (tag === "COMMIT" || tag === "ROLLBACK") {
        const wrote = wroteInTransaction;
        inTransaction = false;
        wroteInTransaction = [];
        if (tag === "COMMIT" && wrote.length > 0)
          await onWrite({ label: commitLabel(wrote), moment: "afterCommit" });
      } else if (changedRows(tag, sql)) {
        const label = normalise(sql);
        if (inTransaction) wroteInTransaction.push(label);
        await onWrite({ label, moment: "statement" });
      }
    } else if (type === "Z") {
      // Ready for the next one, whether the last succeeded or failed.
      sent.shift();
    }
    client.write(bytes);
  });
}

/** Cuts a stream into messages and hands them over one after the other. */
function readMessages(
  socket: Socket,
  options: { hasStartup: boolean },
  handle: (type: string, body: Buffer, bytes: Buffer) => Promise<void>,
): void {
  let buffer = Buffer.alloc(0);
  let startup = options.hasStartup;
  let queue = Promise.resolve();
  socket.on("data", (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      // The very first message of a client has no type byte.
      const head = startup ? 0 : 1;
      if (buffer.length < head + 4) return;
      const length = head + buffer.readInt32BE(head);
      if (buffer.length < length) return;
      const bytes = buffer.subarray(0, length);
      const type = startup ? "" : String.fromCharCode(bytes[0] ?? 0);
      const body = bytes.subarray(head + 4);
      buffer = buffer.subarray(length);
      startup = false;
      queue = queue
        .then(() => handle(type, body, bytes))
        .catch(() => undefined);
    }
  });
}

function text(body: Buffer, start: number): string {
  const end = body.indexOf(0, start);
  return body.toString("utf8", start, end < 0 ? body.length : end);
}

function commitLabel(writes: readonly string[]): string {
  return `commit of ${writes.join(" + ")}`;
}

const writeVerb =
  /(?<!for )\b(insert into|update|delete from|merge into)\s+([a-z_.]+)/;

/** Whether a statement wrote: by its tag, or because a part of a `with` query did. */
function changedRows(tag: string, sql: string): boolean {
  return (
    /^(INSERT 0|UPDATE|DELETE|MERGE) [1-9]/.test(tag) ||
    (/^SELECT [1-9]/.test(tag) && writeVerb.test(flatten(sql)))
  );
}

/** The verb and the table: enough to recognise the write, the same in every run. */
function normalise(sql: string): string {
  const flat = flatten(sql);
  const write = writeVerb.exec(flat);
  return write ? `${write[1]} ${write[2]}` : flat.slice(0, 60);
}

function flatten(sql: string): string {
  return sql.replace(/\s+/g, " ").replaceAll('"', "").trim().toLowerCase();
}
