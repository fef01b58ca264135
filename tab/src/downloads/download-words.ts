import type { Attendance } from "../../../bot/contract/attendance.ts";
import { shortMoment } from "../time/when-sentence.ts";
import { listOf } from "../events/list-of.ts";

type Downloads = NonNullable<Attendance["forLeads"]>["downloads"];

/** So many are named; the others are older. */
const named = 3;

/** That downloads are logged, and who made the last ones. */
export function downloadsSentence(
  downloads: Downloads,
  reader: { locale: string; timeZone: string },
): string {
  const logged = "Each download is logged with name and time";
  if (downloads.length === 0) return `${logged}. There was none so far.`;
  const last = downloads
    .slice(0, named)
    .map(({ by, at }) => `${by} (${shortMoment(at, reader)})`);
  const others = downloads.length > named ? ["others before"] : [];
  return `${logged}. The last: ${listOf([...last, ...others])}.`;
}

/**
 * What to do where a download goes wrong: Teams on phones saves no files of tabs, and Teams for the desktop may save
 * only the first (second-hand: issues of MicrosoftDocs/msteams-docs).
 */
export const blockedSentence =
  "The list is with your downloads. If it is not: Teams on phones saves no files, and Teams on the desktop sometimes only the first. Open ERG Events in Teams in a browser and download it there.";

/** What the backend calls the file (RFC 6266, `filename*`); null: it says nothing of it. */
export function fileNameOf(contentDisposition: string | null): string | null {
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(contentDisposition ?? "");
  try {
    return extended?.[1] === undefined ? null : decodeURIComponent(extended[1]);
  } catch {
    return null;
  }
}
