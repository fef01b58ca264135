import type { Request } from "restify";
import type { z } from "zod";
import { AppError } from "../errors.ts";
import { invalidRequest } from "./problem.ts";

/** Largest body of an API request. */
const maxBodyBytes = 256 * 1024;

/**
 * Largest body that has a list of addresses. Fifty thousand of thirty characters take 1.6 MB (measured); this has
 * room for eighty characters each.
 */
export const maxAddressBytes = 4 * 1024 * 1024;

/**
 * Reads a JSON body.
 * @throws {AppError} 415, 413 or 400, before anything is parsed that should not be
 */
export async function readJson(
  req: Request,
  maxBytes = maxBodyBytes,
): Promise<unknown> {
  const type = (req.headers["content-type"] ?? "").split(";")[0]?.trim();
  if (type?.toLowerCase() !== "application/json")
    throw new AppError({
      code: "wrongContentType",
      status: 415,
      field: "Content-Type",
      message: "Send the request as application/json.",
    });
  const text = await readText(req, maxBytes);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError({
      code: "malformedJson",
      status: 400,
      message: "The body is not valid JSON.",
      cause,
    });
  }
}

/**
 * A body that is too large is read to its end and thrown away: a client that still sends would not
 * hear why it is refused. The server's request time-out bounds that.
 */
export function readText(req: Request, maxBytes: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    req.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) {
        chunks.push(chunk);
        return;
      }
      chunks = [];
      reject(
        new AppError({
          code: "bodyTooLarge",
          status: 413,
          message: `The body is larger than ${maxBytes / 1024} KB. Send less.`,
        }),
      );
    });
    req.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    req.on("error", reject);
  });
}

/** @throws {AppError} naming the first field that is wrong */
export function parseRequest<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (!result.success) throw invalidRequest(result.error);
  return result.data;
}
