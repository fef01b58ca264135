import { z } from "zod";
import {
  previewQuerySchema,
  type PreviewNames,
} from "../../contract/mail-preview.ts";
import { AppError, notFound } from "../errors.ts";
import { parseRequest } from "./request-body.ts";
import type { ApiRequest } from "./routes.ts";

/** @throws {AppError} 404: no event has such an id */
export function eventIdOf(request: ApiRequest): string {
  const id = z.uuid().safeParse(request.params["id"]);
  if (!id.success) throw notFound("event");
  return id.data;
}

/** The version that the client saw, from `If-Match: "3"`. */
export function versionOf(request: ApiRequest): number {
  const version = /^"(\d{1,9})"$/.exec(request.header("If-Match") ?? "")?.[1];
  if (version === undefined)
    throw new AppError({
      code: "versionNeeded",
      status: 428,
      field: "If-Match",
      message:
        "Send the ETag that you saw as If-Match, so that nobody's change is lost.",
    });
  return Number(version);
}

export function idempotencyKeyOf(request: ApiRequest): string | null {
  const key = request.header("Idempotency-Key");
  if (key !== null && !/^[\x21-\x7e]{1,100}$/.test(key))
    throw new AppError({
      code: "invalidIdempotencyKey",
      status: 400,
      field: "Idempotency-Key",
      message: "Send an Idempotency-Key of 1 to 100 visible characters.",
    });
  return key;
}

/** How many of those to be mailed a preview names, from `?names=all`. */
export function previewNamesOf({ query }: ApiRequest): PreviewNames {
  return parseRequest(previewQuerySchema, { names: query.get("names") }).names;
}
