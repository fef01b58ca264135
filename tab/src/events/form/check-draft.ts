import {
  eventChangeSchema,
  maxListSize,
  newEventSchema,
} from "../../../../bot/contract/event-content.ts";
import { meantTime } from "../../time/clock-change.ts";
import {
  dateOf,
  isWallClock,
  timeOf,
  wallClock,
} from "../../time/wall-clock.ts";
import { isTimeZone } from "../../time/zone-names.ts";
import {
  changeOf,
  endOf,
  newEventOf,
  startOf,
  type SettledDraft,
} from "./event-draft.ts";

/** The fields of the form, in the order in which they stand in it. */
const formFields = [
  "title",
  "description",
  "typedWhen",
  "isAllDay",
  "startDate",
  "startTime",
  "endDate",
  "endTime",
  "timeZone",
  "isOnline",
  "location",
  "group",
  "audience",
  "coHosts",
  "addresses",
  "lists",
  "open",
  "channels",
] as const;
export type FormField = (typeof formFields)[number];

/** What is wrong with which field: one sentence each, with the cure. */
export type FieldErrors = Partial<Record<FormField, string>>;

/**
 * Checks a draft as the backend will, so that most mistakes show before anything is sent.
 * `saved` is the event as it is stored, null for a new one: a start that has passed may stay, not be chosen.
 */
export function checkDraft(
  draft: SettledDraft,
  { saved, now }: { saved: SettledDraft | null; now: Date },
): FieldErrors {
  const errors: FieldErrors = {};
  const note = (field: FormField, message: string) => {
    errors[field] ??= message;
  };
  const startStays = saved !== null && startOf(saved) === startOf(draft);
  noteTimes(draft, startStays ? null : now, note);
  const parsed =
    saved === null
      ? newEventSchema.safeParse(newEventOf(draft))
      : eventChangeSchema.safeParse(changeOf(draft));
  for (const issue of parsed.error?.issues ?? []) {
    const field = formFieldOf(issue.path.join("."));
    if (field) note(field, issue.message);
  }
  if (draft.typedWhen.trim() !== "")
    note(
      "typedWhen",
      "This is not taken over yet. Choose what was understood, or clear it.",
    );
  const typed = draft.typedAddress.trim();
  if (typed !== "") {
    note(
      "addresses",
      `“${typed}” is not an e-mail address. Write it like name@company.com, or clear it.`,
    );
  } else if (
    !draft.wholeGroup &&
    draft.coHosts.length === 0 &&
    draft.addresses.length === 0
  ) {
    note("audience", "Invite the group, or add other people below.");
  }
  return errors;
}

/** Whether what is typed is a number of people that a mailing list can have. */
export function isListSize(about: string): boolean {
  const size = Number(about);
  return Number.isInteger(size) && size >= 1 && size <= maxListSize;
}

function noteTimes(
  draft: SettledDraft,
  notBefore: Date | null,
  note: (field: FormField, message: string) => void,
): void {
  if (!isTimeZone(draft.timeZone)) {
    note("timeZone", "Choose a time zone from the list.");
    return;
  }
  const [start, end] = [startOf(draft), endOf(draft)];
  if (!isWallClock(`${draft.startDate}T00:00`)) {
    note("startDate", "Choose the day on which it starts.");
  } else if (!isWallClock(start)) {
    note("startTime", "Give the time at which it starts.");
  } else if (notBefore && hasPassed(draft, notBefore)) {
    note("startDate", "This start has passed. Choose a later one.");
  }
  if (!isWallClock(`${draft.endDate}T00:00`)) {
    note("endDate", "Choose the day on which it ends.");
  } else if (!isWallClock(end)) {
    note("endTime", "Give the time at which it ends.");
  } else if (isWallClock(start) && !isInOrder(draft)) {
    note(
      draft.isAllDay || draft.endDate < draft.startDate ? "endDate" : "endTime",
      backwardsWords(draft),
    );
  }
}

/** Whether it ends after it starts, also where the clocks skip one of the two. */
function isInOrder(draft: SettledDraft): boolean {
  return (
    meantTime(startOf(draft), draft.timeZone) <
    meantTime(endOf(draft), draft.timeZone)
  );
}

function backwardsWords(draft: SettledDraft): string {
  if (draft.isAllDay)
    return "Its last day is before its first. Choose a later one.";
  const start = startOf(draft);
  return start < endOf(draft)
    ? `It ends before it starts: the clocks go forward, so the start becomes ${timeOf(meantTime(start, draft.timeZone))}. Choose a later end.`
    : "It ends before it starts. Choose a later end.";
}

/** Whole days may begin with the day that it is. */
function hasPassed(draft: SettledDraft, now: Date): boolean {
  const clock = wallClock(now, draft.timeZone);
  return draft.isAllDay
    ? draft.startDate < dateOf(clock)
    : meantTime(startOf(draft), draft.timeZone) <= clock;
}

/** The form field for a field of the request in dot notation (`audience.addresses.3`); null for an unknown one. */
export function formFieldOf(field: string): FormField | null {
  if (field === "groupId") return "group";
  if (field.startsWith("channelIds")) return "channels";
  if (field === "start") return "startDate";
  if (field === "end") return "endDate";
  if (field.startsWith("audience.addresses")) return "addresses";
  if (field.startsWith("audience.lists")) return "lists";
  if (field.startsWith("audience.coHosts")) return "coHosts";
  if (field.startsWith("audience")) return "audience";
  return formFields.find((one) => one === field) ?? null;
}

/** The first wrong field, where the cursor goes. */
export function firstWrongField(errors: FieldErrors): FormField | null {
  return formFields.find((field) => errors[field] !== undefined) ?? null;
}
