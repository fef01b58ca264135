import { z } from "zod";
import {
  calendarEventSchema,
  contentVersionProperty,
  eventIdProperty,
  type CalendarEvent,
  type KnownAttendee,
} from "./calendar-event.ts";
import type { GraphRequest } from "@microsoft/microsoft-graph-client";
import type { GraphClient } from "./graph-client.ts";
import { GraphFailure } from "./graph-failure.ts";
import type { LaneNeeds } from "./lane/lane-rules.ts";

/** The parts of an Outlook event that the product sets. */
export interface CalendarContent {
  subject: string;
  bodyHtml: string;
  start: string;
  end: string;
  isAllDay: boolean;
  timeZone: string;
  location: string;
  contentVersion: number;
}

/** What Exchange counts of the mails that a call has it send. */
export type MailNeeds = Pick<LaneNeeds, "messages" | "recipients">;

/**
 * Asked when the lane lets a call in, right before it is sent, whether it is still to be sent: many mails may wait long
 * for their turn.
 */
export type OnTurn = () => Promise<boolean>;

export interface CalendarAttendee {
  address: string;
  displayName: string;
}

/**
 * Creates the event; Outlook mails the invitations at once. Repeating it with the same
 * `transactionId` creates nothing: Graph answers with the first event or with `duplicate`.
 *
 * @returns null when `onTurn` did not let it be sent
 */
export async function createCalendarEvent(
  graph: GraphClient,
  given: {
    /** By which the event is found again; see {@link findCalendarEventId}. */
    key: string;
    transactionId: string;
    content: CalendarContent;
    attendees: readonly CalendarAttendee[];
    isOnline: boolean;
    onTurn?: OnTurn | undefined;
  },
): Promise<CalendarEvent | null> {
  const { content } = given;
  const created = await graph.call<unknown>(
    "/me/events",
    inTurn(given.onTurn, (request) =>
      request.post({
        ...contentFields(content),
        attendees: given.attendees.map(newAttendee),
        ...(given.isOnline && {
          isOnlineMeeting: true,
          onlineMeetingProvider: "teamsForBusiness",
        }),
        transactionId: given.transactionId,
        // Membership can be sensitive: attendees do not see one another.
        hideAttendees: true,
        allowNewTimeProposals: false,
        singleValueExtendedProperties: [
          { id: eventIdProperty, value: given.key },
          versionProperty(content.contentVersion),
        ],
      }),
    ),
    { messages: 1, recipients: given.attendees.length },
  );
  return created === notSent ? null : calendarEventSchema.parse(created);
}

export const readSelection =
  "id,lastModifiedDateTime,isOnlineMeeting,onlineMeeting,subject,start,end,isAllDay,location,body,isCancelled,attendees";

export const readExpansion = `singleValueExtendedProperties($filter=id eq '${contentVersionProperty}')`;

/** @throws {GraphFailure} `gone` when it is no longer on the calendar */
export async function readCalendarEvent(
  graph: GraphClient,
  graphEventId: string,
): Promise<CalendarEvent> {
  return calendarEventSchema.parse(
    await graph.call<unknown>(eventPath(graphEventId), (request) =>
      request.select(readSelection).expand(readExpansion).get(),
    ),
  );
}

/** Finds the event that carries our key, whatever became of the call that created it. */
export async function findCalendarEventId(
  graph: GraphClient,
  key: string,
): Promise<string | null> {
  return (await findCalendarEvents(graph, key))[0]?.id ?? null;
}

/** All that carry our key. */
export async function findCalendarEvents(
  graph: GraphClient,
  key: string,
): Promise<{ id: string; isCancelled: boolean }[]> {
  const page = z
    .object({
      value: z.array(
        z.object({ id: z.string(), isCancelled: z.boolean().nullish() }),
      ),
    })
    .parse(
      await graph.call<unknown>("/me/events", (request) =>
        request
          .filter(
            `singleValueExtendedProperties/any(ep: ep/id eq '${eventIdProperty}' and ep/value eq '${key}')`,
          )
          .select("id,isCancelled")
          .get(),
      ),
    );
  return page.value.map(({ id, isCancelled }) => ({
    id,
    isCancelled: isCancelled ?? false,
  }));
}

/**
 * Changes the event. With `attendees` alone Outlook mails only who was added or removed; anything
 * else mails everybody.
 *
 * @param given.etag refuses with `conflict` when the event changed since it was read
 * @param given.mails that Outlook sends because of it
 * @returns null when `onTurn` did not let it be sent
 */
export async function updateCalendarEvent(
  graph: GraphClient,
  given: {
    graphEventId: string;
    etag: string | null;
    content?: CalendarContent;
    attendees?: readonly (CalendarAttendee | KnownAttendee)[];
    mails: MailNeeds;
    onTurn?: OnTurn | undefined;
  },
): Promise<CalendarEvent | null> {
  const changed = await graph.call<unknown>(
    eventPath(given.graphEventId),
    inTurn(given.onTurn, (request) =>
      request.headers(given.etag ? { "If-Match": given.etag } : {}).patch({
        ...(given.content && {
          ...contentFields(given.content),
          singleValueExtendedProperties: [
            versionProperty(given.content.contentVersion),
          ],
        }),
        ...(given.attendees && {
          attendees: given.attendees.map((attendee) =>
            "raw" in attendee ? knownAttendee(attendee) : newAttendee(attendee),
          ),
        }),
      }),
    ),
    given.mails,
  );
  return changed === notSent ? null : calendarEventSchema.parse(changed);
}

/** Stands for the answer of what was not sent. */
const notSent = Symbol("not sent");

/** Sends in its turn of the lane, if it is still to be sent then. */
function inTurn(
  onTurn: OnTurn | undefined,
  send: (request: GraphRequest) => Promise<unknown>,
): (request: GraphRequest) => Promise<unknown> {
  if (!onTurn) return send;
  return async (request) => ((await onTurn()) ? send(request) : notSent);
}

/** Cancels the event and mails everybody; `alreadyGone` when there was nothing left to cancel. */
export async function cancelCalendarEvent(
  graph: GraphClient,
  given: { graphEventId: string; comment: string; mails: MailNeeds },
): Promise<"cancelled" | "alreadyGone"> {
  try {
    await graph.call<unknown>(
      `${eventPath(given.graphEventId)}/cancel`,
      (request) => request.post({ comment: given.comment }),
      given.mails,
    );
    return "cancelled";
  } catch (error) {
    if (error instanceof GraphFailure && error.kind === "gone")
      return "alreadyGone";
    throw error;
  }
}

export function eventPath(graphEventId: string): string {
  return `/me/events/${encodeURIComponent(graphEventId)}`;
}

function contentFields(content: CalendarContent) {
  return {
    subject: content.subject,
    body: { contentType: "html", content: content.bodyHtml },
    start: { dateTime: `${content.start}:00`, timeZone: content.timeZone },
    end: { dateTime: `${content.end}:00`, timeZone: content.timeZone },
    isAllDay: content.isAllDay,
    location: { displayName: content.location },
  };
}

function newAttendee(attendee: CalendarAttendee) {
  return {
    type: "required",
    emailAddress: { address: attendee.address, name: attendee.displayName },
  };
}

function knownAttendee(attendee: KnownAttendee) {
  return {
    type: attendee.raw.type ?? "required",
    emailAddress: {
      address: attendee.raw.emailAddress.address ?? attendee.address,
      name: attendee.displayName,
    },
  };
}

function versionProperty(contentVersion: number) {
  return { id: contentVersionProperty, value: String(contentVersion) };
}
