import { z } from "zod";
import { attendeeSchema } from "./events.ts";

/** `GET /api/events/:id/attendees?search=`, for leads: those invited in whose name or address this stands. */
export const foundAttendeesSchema = z.object({
  /** The first hundred, by name. */
  attendees: z.array(attendeeSchema),
  /** How many there are. */
  count: z.int().nonnegative(),
});
export type FoundAttendees = z.infer<typeof foundAttendeesSchema>;
