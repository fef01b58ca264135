/** Most characters of the title in a file's name. */
const longestTitle = 80;

/** Signs that file systems do not take, and those that turn the direction of what is read. */
const unfit =
  /[\p{Cc}\p{Zl}\p{Zp}"*/:<>?\\|\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * The name of a file about an event: `Lunch and learn 2031-12-01 attendance.csv`. Pure.
 * @param event.start wall-clock time such as `2031-12-01T12:00`
 * @param ending what comes after the day, such as ` attendance.csv`
 */
export function downloadName(
  event: { title: string; start: string },
  ending: string,
): string {
  const title = [
    ...event.title
      .toWellFormed()
      .replaceAll(unfit, " ")
      .replaceAll(/\s+/g, " "),
  ]
    .slice(0, longestTitle)
    .join("")
    // A dot or a hyphen in front hides a file, or makes an option of it.
    .replace(/^[\s.\-~]+/, "")
    .trim();
  const day = event.start.slice(0, 10);
  return `${title === "" ? day : `${title} ${day}`}${ending}`;
}

/**
 * The header that names a download: as it is for who reads RFC 6266 and, for the others, in letters that every one
 * of them takes. Pure.
 */
export function contentDisposition(fileName: string): string {
  const plain = fileName
    .normalize("NFKD")
    .replaceAll(/[^\x20-\x7e]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  // RFC 8187: what encodeURIComponent leaves as it is and an extended value does not take.
  const extended = encodeURIComponent(fileName).replaceAll(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${extended}`;
}
