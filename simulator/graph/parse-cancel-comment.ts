import { z } from "zod";
import { badRequest } from "./graph-error.ts";
import { malformed } from "./parse-event.ts";

// OData takes action parameters whatever the case of their first letter; Graph's page shows `Comment`.
const cancelSchema = z.strictObject({
  comment: z.string().nullish(),
  Comment: z.string().nullish(),
});

/** Graph: event: cancel: the comment is optional, and so is the whole body. */
export function parseCancelComment(text: string): string {
  if (text.trim() === "") return "";
  const parsed = cancelSchema.safeParse(parseJson(text));
  if (!parsed.success) throw malformed(parsed.error);
  return parsed.data.comment ?? parsed.data.Comment ?? "";
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest("BadRequest", "Unable to read JSON request payload.");
  }
}
