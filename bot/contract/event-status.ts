import { z } from "zod";

/**
 * - `scheduling`: stored, the invitations are not out yet
 * - `scheduled`: Outlook shows what is stored
 * - `updating`: stored, Outlook does not show the newest change yet
 * - `cancelling`, `cancelled`
 * - `failed`: given up; `progress.problem` says why
 */
export const eventStatusSchema = z.enum([
  "scheduling",
  "scheduled",
  "updating",
  "cancelling",
  "cancelled",
  "failed",
]);
export type EventStatus = z.infer<typeof eventStatusSchema>;
