import type { ZodError } from "zod";
import type { Body, MeetingDraft } from "../outlook/create-meeting.ts";
import type { MeetingContent, Place } from "../outlook/meeting.ts";
import { instantOf, isTimeZone } from "../outlook/time-zone.ts";
import type { MeetingChange } from "../outlook/update-meeting.ts";
import type { Settings } from "../settings/settings.ts";
import {
  eventInputSchema,
  notImplementedProperties,
  readOnlyProperties,
  type EventInput,
} from "./event-input.ts";
import { badRequest, notImplemented, type GraphError } from "./graph-error.ts";
import { parseAttendees } from "./parse-attendees.ts";
import { unsupportedTimeZone } from "./preferences.ts";

/** A body of `POST /me/events`, checked as Graph documents it. */
export function parseNewEvent(body: unknown, settings: Settings): MeetingDraft {
  const input = parseInput(body);
  if (!input.start || !input.end) {
    throw badRequest(
      "ErrorPropertyValidationFailure",
      "At least one property failed validation: start and end are required.",
    );
  }
  const content: MeetingDraft["content"] = {
    subject: "",
    startsAt: "",
    endsAt: "",
    startTimeZone: "",
    endTimeZone: "",
    isAllDay: false,
    locations: [],
    importance: "normal",
    sensitivity: "normal",
    hideAttendees: false,
    responseRequested: true,
    allowNewTimeProposals: true,
    ...contentOf(input),
  };
  checkTimes(content, input);
  return {
    content,
    body: bodyOf(input) ?? { contentType: "html", content: "" },
    isOnlineMeeting: input.isOnlineMeeting ?? false,
    personal: {
      showAs: "busy",
      categories: [],
      isReminderOn: true,
      reminderMinutesBeforeStart: 15,
      ...personalOf(input),
    },
    attendees: parseAttendees(input.attendees, settings) ?? [],
    transactionId: input.transactionId ?? null,
    extendedProperties: input.singleValueExtendedProperties ?? [],
  };
}

/** A body of `PATCH /me/events/{id}`. */
export function parseEventChange(
  body: unknown,
  before: MeetingContent,
  settings: Settings,
): MeetingChange {
  const input = parseInput(body);
  if (input.transactionId !== undefined) {
    throw badRequest(
      "ErrorInvalidPropertySet",
      "The transactionId of an event cannot be changed.",
    );
  }
  const content = contentOf(input);
  checkTimes({ ...before, ...content }, input);
  const changedBody = bodyOf(input);
  const attendees = parseAttendees(input.attendees, settings);
  return {
    content,
    personal: personalOf(input),
    ...(changedBody ? { body: changedBody } : {}),
    ...(attendees ? { attendees } : {}),
    ...(input.isOnlineMeeting === undefined
      ? {}
      : { isOnlineMeeting: input.isOnlineMeeting }),
    ...(input.singleValueExtendedProperties
      ? { extendedProperties: input.singleValueExtendedProperties }
      : {}),
  };
}

function parseInput(body: unknown): EventInput {
  for (const name of Object.keys(body ?? {})) {
    if (notImplementedProperties.includes(name)) {
      throw notImplemented(`the event property ${name}`);
    }
    if (readOnlyProperties.includes(name)) {
      throw badRequest(
        "ErrorInvalidPropertySet",
        `Set action is invalid for property '${name}'.`,
      );
    }
  }
  const parsed = eventInputSchema.safeParse(body);
  if (!parsed.success) throw malformed(parsed.error);
  return parsed.data;
}

/** OData's own words for what does not fit the type. */
export function malformed(error: ZodError, type = "event"): GraphError {
  const issue = error.issues[0];
  const path = issue?.path.join(".") ?? "";
  const message =
    issue?.code === "unrecognized_keys"
      ? `The property '${issue.keys[0] ?? ""}' does not exist on type 'microsoft.graph.${type}'. Make sure to only use property names that are defined by the type.`
      : `Invalid value for '${path}': ${issue?.message ?? ""}`;
  return badRequest("RequestBodyRead", message);
}

type SharedContent = Omit<MeetingContent, "bodyHtml" | "teamsMeeting">;

function contentOf(input: EventInput): Partial<SharedContent> {
  const locations =
    input.locations ?? (input.location ? [input.location] : null);
  return {
    ...(input.subject === undefined ? {} : { subject: input.subject ?? "" }),
    ...(input.start ? startOf(input.start) : {}),
    ...(input.end ? endOf(input.end) : {}),
    ...(locations || input.location === null
      ? { locations: placesOf(locations ?? []) }
      : {}),
    ...pick(input, [
      "isAllDay",
      "importance",
      "sensitivity",
      "hideAttendees",
      "responseRequested",
      "allowNewTimeProposals",
    ]),
  };
}

function personalOf(input: EventInput) {
  return pick(input, [
    "showAs",
    "categories",
    "isReminderOn",
    "reminderMinutesBeforeStart",
  ]);
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function pick<K extends keyof EventInput>(
  input: EventInput,
  names: K[],
): Given<Pick<EventInput, K>> {
  const given = names.filter((name) => input[name] !== undefined);
  // Only properties that were given are left.
  return Object.fromEntries(given.map((name) => [name, input[name]])) as Given<
    Pick<EventInput, K>
  >;
}

function bodyOf(input: EventInput): Body | null {
  if (!input.body) return null;
  const { contentType, content } = input.body;
  return { contentType, content: content ?? "" };
}

type LocalTime = NonNullable<EventInput["start"]>;

function startOf(start: LocalTime) {
  const { instant, timeZone } = instantAndZone(start);
  return { startsAt: instant, startTimeZone: timeZone };
}

function endOf(end: LocalTime) {
  const { instant, timeZone } = instantAndZone(end);
  return { endsAt: instant, endTimeZone: timeZone };
}

/** Graph: dateTimeTimeZone resource: a date and time without an offset, and a zone. */
function instantAndZone(of: LocalTime): { instant: string; timeZone: string } {
  const timeZone = of.timeZone ?? "";
  if (!isTimeZone(timeZone)) throw unsupportedTimeZone(timeZone);
  const isLocal = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?$/;
  if (
    !isLocal.test(of.dateTime) ||
    Number.isNaN(Date.parse(`${of.dateTime.slice(0, 16)}Z`))
  ) {
    throw badRequest(
      "ErrorInvalidParameter",
      `The dateTime '${of.dateTime}' is not a date and time without an offset.`,
    );
  }
  return { instant: instantOf(of.dateTime, timeZone).toISOString(), timeZone };
}

function checkTimes(content: SharedContent, input: EventInput): void {
  if (content.endsAt < content.startsAt) {
    throw badRequest(
      "ErrorPropertyValidationFailure",
      "At least one property failed validation: the event ends before it starts.",
    );
  }
  if (!content.isAllDay) return;
  const times = [input.start?.dateTime, input.end?.dateTime];
  const areMidnights = times.every(
    (time) => time === undefined || /T00:00(:00(\.0+)?)?$/.test(time),
  );
  const isOneZone = content.startTimeZone === content.endTimeZone;
  if (!areMidnights || !isOneZone || content.startsAt === content.endsAt) {
    throw badRequest(
      "ErrorPropertyValidationFailure",
      "At least one property failed validation: an all-day event starts and ends at midnight in one time zone.",
    );
  }
}

function placesOf(places: NonNullable<EventInput["locations"]>): Place[] {
  return places
    .filter((place) => (place.displayName ?? "") !== "")
    .map((place) => ({
      displayName: place.displayName ?? "",
      locationType: place.locationType ?? "default",
      uniqueIdType: place.uniqueIdType ?? "private",
      ...(place.locationUri ? { locationUri: place.locationUri } : {}),
      ...(place.uniqueId ? { uniqueId: place.uniqueId } : {}),
    }));
}
