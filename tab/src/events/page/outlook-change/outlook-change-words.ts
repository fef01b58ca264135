import type { EventDetail } from "../../../../../bot/contract/events.ts";
import type { MailPreview } from "../../../../../bot/contract/mail-preview.ts";
import type {
  OutlookChangeView,
  OutlookChoice,
} from "../../../../../bot/contract/outlook-change.ts";
import { whenSentence } from "../../../time/when-sentence.ts";
import { sendLabel } from "../../mail-words.ts";

type Reader = Parameters<typeof whenSentence>[1];

/** What happened in Outlook, in a few words. */
export function outlookChangeTitle(change: OutlookChangeView): string {
  return change.kind === "deleted"
    ? "Somebody deleted this event from the calendar."
    : "Somebody changed this event in Outlook.";
}

/** What Outlook says now and what is said here, a sentence for each part that differs. */
export function outlookChangeSentences(
  change: OutlookChangeView,
  event: Pick<
    EventDetail,
    "title" | "location" | "startsAt" | "endsAt" | "isAllDay" | "timeZone"
  >,
  reader: Reader,
): string[] {
  if (change.kind === "deleted")
    return [
      "Outlook has most likely told everybody invited that it is cancelled.",
    ];
  const sentences: string[] = [];
  const { title, time, location } = change;
  if (title !== null)
    sentences.push(
      `${title.trim() === "" ? "It has no title there now" : `Its title there is now “${title}”`}; here it is “${event.title}”.`,
    );
  if (time !== null)
    sentences.push(
      `The time there is now ${whenSentence({ ...time, timeZone: event.timeZone }, reader)}; here it is ${whenSentence(event, reader)}.`,
    );
  if (location !== null)
    sentences.push(`${placeThere(location)}; ${placeHere(event.location)}.`);
  if (time !== null)
    sentences.push(
      "Answers given in Outlook since then count once you decide.",
    );
  return sentences;
}

function placeThere(location: string): string {
  return location.trim() === ""
    ? "It has no place there now"
    : `The place there is now “${location}”`;
}

function placeHere(location: string): string {
  return location === "" ? "here it has none" : `here it is “${location}”`;
}

/** What a lead can do about it, the first being what most want. */
export function choicesFor(
  change: OutlookChangeView,
): { choice: OutlookChoice; label: string }[] {
  return change.kind === "deleted"
    ? [
        { choice: "sendAgain", label: "Send it again" },
        { choice: "cancel", label: "Cancel it here" },
      ]
    : [
        { choice: "keep", label: "Keep Outlook's version" },
        { choice: "restore", label: "Restore your version" },
      ];
}

export const choiceQuestions: Record<OutlookChoice, string> = {
  keep: "Keep Outlook's version?",
  restore: "Restore your version?",
  sendAgain: "Send this event again?",
  cancel: "Cancel this event here?",
};

/** What comes of a choice besides the mails. */
export function consequenceOf(
  choice: OutlookChoice,
  preview: MailPreview,
  event: Pick<EventDetail, "isOnline">,
): string | null {
  switch (choice) {
    case "keep":
      return preview.answersReset
        ? "Answers to the earlier time do not count any more."
        : null;
    case "restore":
      return preview.changes.includes("time")
        ? "Outlook asks them to answer again. Answers given to your time stay."
        : null;
    case "sendAgain":
      return event.isOnline
        ? "The answers so far stay. The Teams meeting gets a new link."
        : "The answers so far stay.";
    case "cancel":
      return "A cancelled event cannot be brought back.";
  }
}

/** What the button does. */
export function choiceLabel(
  choice: OutlookChoice,
  preview: MailPreview | null,
): string {
  switch (choice) {
    case "keep":
      return "Keep Outlook's version";
    case "cancel":
      return "Cancel event";
    case "restore":
      return preview === null || preview.mails.length === 0
        ? "Restore"
        : `Restore and ${lowerFirst(sendLabel(preview))}`;
    case "sendAgain":
      return preview === null || preview.mails.length === 0
        ? "Send again"
        : sendLabel(preview);
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** What a lead is told in the form while a change by hand is undecided. */
export function formNotice(change: OutlookChangeView): string {
  return change.kind === "deleted"
    ? "Somebody deleted this event from the calendar. Decide on its page whether to send it again or to cancel it; until then it cannot be changed."
    : "Somebody changed this event in Outlook. When you send this form, Outlook shows your version again.";
}
