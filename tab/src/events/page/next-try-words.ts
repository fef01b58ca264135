/** From so many seconds on the time of the next try is said by the clock. */
const longestCountdown = 60 * 60;

/** Whether the time until the next try is counted down. */
export function isCountedDown(inMs: number): boolean {
  return inMs < longestCountdown * 1000;
}

/** When the next try is, as it is seen, counting down. */
export function countdownWords(seconds: number): string {
  if (seconds <= 0) return "Trying again now";
  return seconds < 120
    ? `Retrying in ${seconds} s`
    : `Retrying in ${Math.ceil(seconds / 60)} min`;
}

/** The same in a sentence that is heard once and stays as it is while the time runs. */
export function nextTrySentence(seconds: number): string {
  if (seconds <= 0) return "It is tried again now.";
  if (seconds === 1) return "The next try is in 1 second.";
  return seconds < 120
    ? `The next try is in ${seconds} seconds.`
    : `The next try is in ${Math.ceil(seconds / 60)} minutes.`;
}
