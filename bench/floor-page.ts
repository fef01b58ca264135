import { spawn } from "node:child_process";
import { createServer, type ServerResponse } from "node:http";
import { readFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { listen } from "../test/start/scratch.ts";

const root = dirname(import.meta.dirname);
const built = join(root, ".cache", "floor-page");

/** The floor page, built like the tab and served like the tab. */
export interface FloorPage {
  url: string;
  close: () => Promise<void>;
}

export async function openFloorPage(): Promise<FloorPage> {
  await build();
  const server = createServer((request, response) => {
    // The simulator offers every backend the bot's activities.
    if (request.method === "POST") return response.writeHead(200).end();
    void send(new URL(request.url ?? "/", "http://localhost"), response);
  });
  const port = await listen(server);
  return {
    url: `http://localhost:${port}`,
    close: async () => {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** By the tab's own settings, so that the same things are compared. */
async function build(): Promise<void> {
  const child = spawn(
    process.execPath,
    [
      join(root, "node_modules", "vite", "bin", "vite.js"),
      "build",
      join(import.meta.dirname, "floor-page"),
      ...["--config", join(root, "tab", "vite.config.ts")],
      ...["--outDir", built, "--emptyOutDir", "--logLevel", "warn"],
    ],
    // Not into standard output, which carries the figures.
    {
      cwd: join(root, "tab"),
      env: { ...process.env, NODE_ENV: "production" },
      stdio: ["ignore", 2, 2],
    },
  );
  const code = await new Promise<number | null>((done) => {
    child.on("exit", done);
  });
  if (code !== 0) throw new Error("The floor page could not be built.");
}

/** As the backend sends the tab: the page as it is, its files compressed. */
async function send(url: URL, response: ServerResponse): Promise<void> {
  if (url.pathname === "/") {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
    response.end(await readFile(join(built, "index.html")));
    return;
  }
  const file = join(built, "assets", basename(url.pathname));
  const content = await readFile(file).catch(() => null);
  if (!content) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    "Content-Type": extname(file) === ".js" ? "text/javascript" : "text/css",
    "Content-Encoding": "gzip",
  });
  response.end(gzipSync(content, { level: 9 }));
}
