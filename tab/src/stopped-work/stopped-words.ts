import type { StoppedWork } from "../../../bot/contract/stopped-work.ts";

/** `Since November 25, 2026 at 3:04 PM, tried 9 times.`, as the reader writes it. */
export function sinceSentence(
  work: Pick<StoppedWork, "since" | "attempts">,
  reader: { locale: string; timeZone: string },
): string {
  const since = new Intl.DateTimeFormat(reader.locale, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: reader.timeZone,
  }).format(new Date(work.since));
  const tries = work.attempts === 1 ? "once" : `${work.attempts} times`;
  return `Since ${since}, tried ${tries}.`;
}

/** What the list holds, for the line above it. */
export function countSentence(work: readonly StoppedWork[]): string {
  const stopped = work.filter(({ state }) => state === "stopped").length;
  const retrying = work.length - stopped;
  const sentences = [
    ...(stopped > 0
      ? [
          `${stopped === 1 ? "One thing has" : `${stopped} things have`} stopped.`,
        ]
      : []),
    ...(retrying > 0
      ? [`${retrying === 1 ? "One is" : `${retrying} are`} being tried again.`]
      : []),
  ];
  return (
    sentences.join(" ") ||
    "Nothing has stopped. Everything is done, or on its way."
  );
}
