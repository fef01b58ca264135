import { z } from "zod";

/** Such as 2026-12-01T17:00:00Z. */
const instant = z
  .union([z.iso.datetime(), z.date()])
  .transform((value) => new Date(value));

const joinSchema = z.strictObject({
  /** Who it is is said in one of four ways: by object id, user principal name or address; … */
  person: z.string().optional(),
  /** … who is signed in elsewhere; … */
  guest: z.strictObject({ name: z.string(), address: z.email() }).optional(),
  /** … who calls in (E.164); … */
  phone: z.strictObject({ number: z.string() }).optional(),
  /** … or who has no account and chose a name. */
  anonymous: z.strictObject({ name: z.string() }).optional(),
  /** What the report tells instead of the person's address: somebody whose address has changed. */
  address: z.string().optional(),
  /** Absent: all the session long. Those of two devices may overlap. */
  intervals: z
    .array(z.strictObject({ joinedAt: instant, leftAt: instant }))
    .optional(),
  role: z.enum(["None", "Attendee", "Presenter", "Organizer"]).optional(),
});

/** A Teams meeting that takes place, by its link, its event's id, or its subject. */
export const heldMeetingSchema = z.strictObject({
  subject: z.string().optional(),
  eventId: z.string().optional(),
  joinUrl: z.string().optional(),
  /** Absent: one, with whom one would expect. */
  sessions: z
    .array(
      z.strictObject({
        startedAt: instant,
        endedAt: instant,
        /** Who is named twice has two records. */
        joins: z.array(joinSchema),
        /** How many watched without being listed, as in a meeting that was full. */
        viewOnly: z.int().nonnegative().default(0),
      }),
    )
    .optional(),
  /** From the end of each session to its report; as the settings say where absent. */
  reportAfterSeconds: z.int().nonnegative().optional(),
});

/** As tests and requests give it. */
export type HeldMeetingInput = z.input<typeof heldMeetingSchema>;
export type HeldMeeting = z.output<typeof heldMeetingSchema>;
export type HeldJoin = z.output<typeof joinSchema>;
