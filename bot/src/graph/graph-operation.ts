/** Every word in the paths of the calls that the product makes; anything else in a path is somebody's id. */
const pathWords = new Set([
  "$batch",
  "attendanceRecords",
  "attendanceReports",
  "calendar",
  "cancel",
  "events",
  "forward",
  "me",
  "members",
  "onlineMeetings",
  "sendMail",
  "subscriptions",
  "teams",
  "users",
]);

/**
 * What a request of Graph asks for, without ids and queries: `PATCH /me/events/{id}`. Pure.
 * @param url with or without the base address
 */
export function graphOperation(
  method: string,
  url: string,
  baseUrl: string,
): string {
  const path = (
    url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url
  ).replace(/[?#].*$/s, "");
  const words = path
    .split("/")
    .filter((word) => word !== "")
    .map((word) => (pathWords.has(word) ? word : "{id}"));
  // A path of ids alone would be none of ours; the length is bounded all the same.
  return `${method} /${words.slice(0, 6).join("/")}`;
}
