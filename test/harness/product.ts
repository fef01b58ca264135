import { spawn, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";

/** In a test run its bundle (bundle-backend.ts), which starts in half the time. */
const entry =
  process.env["TEST_BACKEND"] ??
  join(import.meta.dirname, "../../bot/src/main.ts");

/** Compiled once for all the starts of a test run. */
const compileCache = join(
  process.env["TEST_RUN_FOLDER"] ?? join(import.meta.dirname, "../../.cache"),
  "compile",
);

/** The real backend as a process of its own. */
export interface Product {
  url: string;
  /** Everything it logged. */
  log(): string;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to end, and waits. @returns its exit code */
  stop(): Promise<number | null>;
  /** Has it stand still, as an overloaded machine would, until it is thawed. */
  freeze(): void;
  thaw(): void;
  /** Resolves when it has ended, however. */
  ended: Promise<number | null>;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve()),
  );
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== "object" || !address) throw new Error("no port");
  return address.port;
}

const testEncryptionKey = "5a".repeat(32);

/** Starts the backend with this environment and waits until it is ready. */
export async function startProduct(
  environment: Record<string, string>,
): Promise<Product> {
  const child = spawn(process.execPath, [entry], {
    env: {
      PATH: process.env["PATH"],
      NODE_EXTRA_CA_CERTS: process.env["NODE_EXTRA_CA_CERTS"],
      TOKEN_ENCRYPTION_KEY: testEncryptionKey,
      LOG_LEVEL: "info",
      // What a test does takes effect at once; tests of the hold say how long it is.
      SEND_HOLD_SECONDS: "0",
      NODE_COMPILE_CACHE: compileCache,
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let log = "";
  child.stdout?.on("data", (chunk: Buffer) => (log += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (log += chunk.toString()));
  const ended = new Promise<number | null>((resolve) =>
    child.once("exit", (code) => resolve(code)),
  );
  await untilReady(child, ended, () => log);
  return {
    url: environment["PUBLIC_URL"] ?? "",
    log: () => log,
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
    ended,
  };
}

async function untilReady(
  child: ChildProcess,
  ended: Promise<number | null>,
  log: () => string,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    child.on("message", (message: { type?: string }) => {
      if (message.type === "ready") resolve();
    });
    void ended.then((code) =>
      reject(new Error(`The backend ended with ${code}: ${log()}`)),
    );
  });
}
