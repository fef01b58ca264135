import { dateFormat } from "../../time/date-format.ts";

/** From so many seconds on the time of the next try is said by the clock. */
const longestCountdown = 60 * 60;

/** The same try is told with times that differ by less, in milliseconds. */
const sameTryMs = 2_000;

/** Whether the time until the next try is counted down. */
export function isCountedDown(inMs: number): boolean {
  return inMs < longestCountdown * 1000;
}

/** Whether nothing has failed: Microsoft has only asked for a pause. */
interface Kind {
  isPause: boolean;
}

/** When the next try is, as it is seen, counting down. */
export function countdownWords(seconds: number, { isPause }: Kind): string {
  // Nobody tells pages of other events when a pause has ended.
  if (seconds <= 0) return isPause ? "Goes on by itself" : "Trying again now";
  const left =
    seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
  return isPause ? `Going on in ${left}` : `Retrying in ${left}`;
}

/** The same in a sentence that is heard: it stays as it is while the time runs. */
export function nextTrySentence(
  at: string,
  { isPause, locale, timeZone }: Kind & { locale: string; timeZone: string },
): string {
  const time = dateFormat(locale, {
    hour: "numeric",
    minute: "2-digit",
    second: "2-digit",
    timeZone,
  }).format(new Date(at));
  return isPause ? `It goes on at ${time}.` : `The next try is at ${time}.`;
}

/** Which time is heard: the one that was heard before, unless the try has moved. Pure. */
export function heardTime(given: { before: string; told: string }): string {
  const { before, told } = given;
  const movedMs = Math.abs(Date.parse(told) - Date.parse(before));
  return movedMs > sameTryMs ? told : before;
}
