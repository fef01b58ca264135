import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Request, Response } from "restify";
import type { Logger } from "pino";
import { appLink } from "../cards/render/card-links.ts";
import { ConfigurationError, type Config } from "../config.ts";
import { AppError } from "../errors.ts";
import { addRoute, type RouteDeps } from "./routes.ts";

const compress = promisify(gzip);

/** Hosts of Teams and Microsoft 365 that may show the tab (Teams: "Tab requirements"). */
const microsoftHosts = [
  "https://teams.microsoft.com",
  "https://*.teams.microsoft.com",
  "https://teams.cloud.microsoft",
  "https://*.cloud.microsoft",
  "https://*.microsoft365.com",
  "https://*.office.com",
  "https://outlook.office.com",
  "https://outlook.office365.com",
];

const contentTypes = new Map([
  [".js", "text/javascript; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".svg", "image/svg+xml"],
  [".png", "image/png"],
  [".woff2", "font/woff2"],
]);

/** The data block of the built page that tells the tab what it must know before it talks to Teams. */
const configBlock =
  /(<script type="application\/json" id="client-config">)[^<]*(<\/script>)/;

/** Serves the tab: its page for every address that is not the API's, and its hashed files. */
export async function addTabRoutes(
  deps: Pick<RouteDeps, "server" | "noteTiming"> & {
    config: Config;
    log: Logger;
    /** Where the tab was built to. */
    folder: string;
  },
): Promise<void> {
  const page = await readPage(deps);
  const headers = pageHeaders(deps.config);
  const files = new Map<string, Promise<StaticFile>>();

  addRoute(deps, "get", "/assets/:file", async (req, res) => {
    const name = String((req.params as Record<string, unknown>)["file"]);
    if (!/^[\w-]+(\.[\w-]+)*$/.test(name)) throw noSuchFile();
    const file =
      files.get(name) ?? readStatic(join(deps.folder, "assets", name));
    files.set(name, file);
    sendStatic(
      req,
      res,
      await file.catch(() => {
        files.delete(name);
        throw noSuchFile();
      }),
    );
  });

  addRoute(deps, "get", "/*", async (req, res) => {
    if (/^\/(api|auth|assets)(\/|$)/.test(req.path())) throw noSuchFile();
    res.writeHead(200, headers);
    res.end(page);
  });
}

const noSuchFile = () =>
  new AppError({
    code: "notFound",
    status: 404,
    message: "There is nothing at this address.",
  });

/** The built page with what the tab must know before it can talk to Teams. */
async function readPage(deps: {
  config: Config;
  folder: string;
}): Promise<string> {
  const html = await readFile(join(deps.folder, "index.html"), "utf8").catch(
    () => {
      throw new ConfigurationError(
        "The tab is not built. Run `npm start`, or `vite build tab`.",
      );
    },
  );
  if (!configBlock.test(html))
    throw new Error("The built tab has no place for its configuration.");
  const config = JSON.stringify({
    messageOrigins: deps.config.TEAMS_MESSAGE_ORIGINS,
    appLink:
      appLink({
        teamsUrl: deps.config.TEAMS_URL,
        teamsAppId: deps.config.TEAMS_APP_ID,
      }) ?? "",
  }).replaceAll("<", "\\u003c");
  return html.replace(
    configBlock,
    (_block, start: string, end: string) => start + config + end,
  );
}

function pageHeaders(config: Config): Record<string, string> {
  const ancestors =
    config.FRAME_ANCESTORS.length > 0 ? config.FRAME_ANCESTORS : microsoftHosts;
  return {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": [
      "default-src 'none'",
      "script-src 'self'",
      // Fluent UI writes its rules into style elements.
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "font-src 'self'",
      // The API alone: the page asks no other host for anything.
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      `frame-ancestors ${ancestors.join(" ")}`,
    ].join("; "),
  };
}

interface StaticFile {
  type: string;
  plain: Buffer;
  zipped: Buffer;
}

async function readStatic(path: string): Promise<StaticFile> {
  const plain = await readFile(path);
  return {
    type: contentTypes.get(extname(path)) ?? "application/octet-stream",
    plain,
    zipped: await compress(plain, { level: 9 }),
  };
}

function sendStatic(req: Request, res: Response, file: StaticFile): void {
  const zips = /\bgzip\b/.test(String(req.headers["accept-encoding"] ?? ""));
  const body = zips ? file.zipped : file.plain;
  res.writeHead(200, {
    "Content-Type": file.type,
    "Content-Length": String(body.length),
    // The name holds a hash of the content.
    "Cache-Control": "public, max-age=31536000, immutable",
    "X-Content-Type-Options": "nosniff",
    Vary: "Accept-Encoding",
    ...(zips && { "Content-Encoding": "gzip" }),
  });
  res.end(body);
}
