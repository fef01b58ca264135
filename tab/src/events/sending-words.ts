import type { Sending } from "../../../bot/contract/mail-preview.ts";

/** What it takes of the mails of a day, and how long. `last` is when the last one goes out, as the reader writes it. */
export function budgetSentence(
  sending: Sending,
  last: { at: string; isNow: boolean },
): string {
  const { recipients, left, now } = sending;
  const takes = `This takes ${recipients.toLocaleString("en")} of the ${left.toLocaleString("en")} mails that the service account can still send today.`;
  if (last.isNow) return takes;
  const first =
    now === 0
      ? "They go"
      : `${now.toLocaleString("en")} go out now, the others`;
  return `${takes} ${first} until about ${last.at}.`;
}

/** What a lead should know of an audience of this size before it is invited. */
export function sizeWarnings(sending: Sending): string[] {
  return [
    wavesWarning(sending),
    capacityWarning(sending),
    daysWarning(sending),
  ].filter((warning) => warning !== null);
}

function wavesWarning({ waves, waveSize, isOnline }: Sending): string | null {
  if (waves < 2) return null;
  const split = `Outlook invites ${waveSize.toLocaleString("en")} people at most to one event, so this is ${waves.toLocaleString("en")} events in Outlook, with one page and one count of answers here.`;
  return isOnline
    ? `${split} All have the same Teams meeting; those in the later ones join by the link in the text, and may wait in the lobby where only invited people are let in.`
    : split;
}

function capacityWarning({ meetingCapacity }: Sending): string | null {
  if (meetingCapacity === null) return null;
  return `The Teams meeting holds ${meetingCapacity.toLocaleString("en")} people, and more are invited. Who comes late may find it full; ask your administrators for a larger one.`;
}

function daysWarning({ recipients, perDay }: Sending): string | null {
  if (recipients <= perDay) return null;
  return `These are more people than the service account may mail in a day (${perDay.toLocaleString("en")}). It is quicker to invite a mail-enabled group, which counts as one mail, or to invite fewer people, post the card and let others add themselves by answering.`;
}
