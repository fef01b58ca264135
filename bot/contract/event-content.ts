import { z } from "zod";
import { addressListSchema } from "./addresses.ts";

/** Most groups that host one event besides its own. */
export const maxCoHosts = 20;

/** Most channels of one event; each card is brought up to date on its own. */
export const maxChannels = 20;

/** Wall-clock time without a zone, to the minute: `2026-12-01T17:00`. */
export const localDateTimeSchema = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/,
    "Use a date and a time such as 2026-12-01T17:00.",
  );

/** Most mailing lists of one event: each is marked by hand. */
const maxLists = 500;

/** Largest mailing list that a lead can name. */
export const maxListSize = 1_000_000;

const listSizeMessage = `Say about how many people the mailing list reaches: a number from 1 to ${maxListSize.toLocaleString("en")}.`;

export const audienceSchema = z
  .object({
    /** Everybody in the group's roster. */
    group: z.boolean(),
    /**
     * Further groups that host the event, all of whose members are invited: ids of groups that the lead leads, or
     * that host it already. Absent: none.
     */
    coHosts: z
      .array(z.uuid("Choose groups of the list."))
      .max(maxCoHosts, `Choose at most ${maxCoHosts} further groups.`)
      .optional(),
    /**
     * Whether who joins an invited group later is invited by themselves, until the event begins. Absent: as it is,
     * and true for a new event.
     */
    lateJoiners: z.boolean().optional(),
    /** Typed addresses, besides the group or instead of it. */
    addresses: addressListSchema,
    /** Which of the typed addresses are mailing lists: nothing is read from the directory. Absent: none. */
    lists: z
      .array(
        z.strictObject({
          address: z.string(),
          /** About how many people it reaches. */
          about: z
            .int(listSizeMessage)
            .min(1, listSizeMessage)
            .max(maxListSize, listSizeMessage),
        }),
      )
      .max(maxLists, `Mark at most ${maxLists} mailing lists.`)
      .optional(),
  })
  .superRefine(({ addresses, lists = [] }, context) => {
    if (lists.length === 0) return;
    const typed = new Set(addresses.map((address) => address.toLowerCase()));
    const seen = new Set<string>();
    lists.forEach(({ address }, index) => {
      const key = address.toLowerCase();
      if (!typed.has(key) || seen.has(key))
        context.addIssue({
          code: "custom",
          path: ["lists", index, "address"],
          message: seen.has(key)
            ? `${address} is named twice as a mailing list.`
            : `${address} is not among the typed addresses. Type it, or take the mark away.`,
        });
      seen.add(key);
    });
  });
export type Audience = z.infer<typeof audienceSchema>;

const eventFields = {
  title: z
    .string()
    .trim()
    .min(1, "Give the event a title.")
    .max(200, "Keep the title within 200 characters."),
  /** Plain text; empty lines separate paragraphs. Where `descriptionHtml` is given it counts for nothing. */
  description: z
    .string()
    .max(8000, "Keep the description within 8,000 characters."),
  /**
   * The description with headings, lists, links and emphasis. The backend keeps what invitations can show of it,
   * written one way. Absent or null: it is plain text.
   */
  descriptionHtml: z
    .string()
    .max(100_000, "This text is too long. Paste less of it.")
    .nullish(),
  start: localDateTimeSchema,
  end: localDateTimeSchema,
  /**
   * Whole days: `start` is midnight of the first, `end` midnight after the last, as in Graph's event. Everybody
   * has them on these days of the calendar, whatever their zone. Absent: false.
   */
  isAllDay: z.boolean().optional(),
  /** IANA name such as `Europe/London`; `start` and `end` are read in it. */
  timeZone: z.string().min(1, "Choose a time zone."),
  /** Whether the event has a Teams meeting. It cannot be changed once invitations are out. */
  isOnline: z.boolean(),
  /** Room or place; may be empty. */
  location: z
    .string()
    .trim()
    .max(200, "Keep the location within 200 characters."),
  audience: audienceSchema,
  /** Whether people who see the event and are not invited may add themselves by answering. */
  open: z.boolean(),
  /** The channels of the group's team in which a card with the live tally stands. */
  channelIds: z
    .array(z.string().min(1).max(200))
    .max(maxChannels, `Choose at most ${maxChannels} channels.`),
};

/** `POST /api/events` */
export const newEventSchema = z.strictObject({
  groupId: z.uuid("Choose a group."),
  ...eventFields,
});
export type NewEvent = z.infer<typeof newEventSchema>;

/** `PUT /api/events/:id` with `If-Match`: the whole event as it should be. */
export const eventChangeSchema = z.strictObject(eventFields);
export type EventChange = z.infer<typeof eventChangeSchema>;

/** `POST /api/events/:id/cancel` with `If-Match` */
export const cancelEventSchema = z.strictObject({
  /** Goes out with the cancellation; may be empty. */
  message: z
    .string()
    .trim()
    .max(2000, "Keep the message within 2,000 characters."),
});
export type CancelEvent = z.infer<typeof cancelEventSchema>;
