import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Response } from "restify";
import type { Download } from "../downloads/download.ts";
import { contentDisposition } from "../downloads/download-name.ts";

/** Sends a file, no faster than it is taken; who goes away in between gets no more of it. */
export async function sendDownload(
  res: Response,
  { fileName, mediaType, pieces }: Download,
): Promise<void> {
  res.writeHead(200, {
    "Cache-Control": "no-store",
    "Content-Type": mediaType,
    "Content-Disposition": contentDisposition(fileName),
    "X-Content-Type-Options": "nosniff",
  });
  try {
    await pipeline(Readable.from(pieces), res);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  }
}
