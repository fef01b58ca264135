import { z } from "zod";

// zod would compile its checks with `new Function`, which the page's content security policy refuses and reports.
z.config({ jitless: true });

/** Reads an answer of the backend by the contract's schema; throws when it is something else. */
export function parserOf<T>(schema: z.ZodType<T>): (body: unknown) => T {
  return (body) => schema.parse(body);
}
