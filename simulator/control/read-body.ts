import type { Context } from "hono";
import { ControlError } from "./control-error.ts";

export async function readBody(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    throw new ControlError(400, "Send a body of JSON.");
  }
}
