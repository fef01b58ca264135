import { z } from "zod";

/**
 * The body of every refused or failed request (RFC 9457, `application/problem+json`).
 * `code` is stable and meant for programs; `detail` is a sentence for people that says what to do;
 * `field` names the request field that caused it, in dot notation (`audience.addresses.3`);
 * `correlationId` finds the request in the logs: people read it as their "reference".
 */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  field: z.string().optional(),
  correlationId: z.guid().optional(),
});
export type Problem = z.infer<typeof problemSchema>;
