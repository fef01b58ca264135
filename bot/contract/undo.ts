import { z } from "zod";
import { answerSchema, givenAnswerSchema } from "./answer.ts";

const answerIdSchema = z
  .string()
  .regex(/^\d{1,18}$/, "This is no answer that can be taken back.");

/** That the caller's answer can be taken back, as part of an event and of the reply to an answer. */
export const undoSchema = z.object({
  answerId: answerIdSchema,
  /** The answer that counts now. Another one that came since is not taken back. */
  answer: givenAnswerSchema,
  /** What counts afterwards: what stood before it. */
  puts: answerSchema,
  /** Not any more from this moment on. */
  until: z.iso.datetime(),
});
export type Undo = z.infer<typeof undoSchema>;

/**
 * `POST /api/events/:id/response/undo`: takes the caller's own answer back; the same however often it is sent. Replies
 * as `PUT /api/events/:id/response` does.
 */
export const undoAnswerSchema = z.strictObject({ answerId: answerIdSchema });
