/**
 * Whether a meeting belongs to a channel, of which Teams gives no reports, or those of every meeting in it (Graph: "Get
 * meetingAttendanceReport", "List meetingAttendanceReports"). The thread of a meeting of its own begins with `meeting_`.
 * The forms of threads are seen, not documented: what is neither is taken for a meeting of its own. Pure.
 *
 * @param threadId as Graph tells it; null where it does not: then the link may name it
 */
export function isChannelMeeting(
  threadId: string | null,
  joinUrl: string,
): boolean {
  const thread = threadId ?? threadInLink(joinUrl);
  return (
    thread !== null &&
    !thread.startsWith("19:meeting_") &&
    /@thread\.(tacv2|skype)$/.test(thread)
  );
}

/** Links of the newer, short form name none. */
function threadInLink(joinUrl: string): string | null {
  const [, encoded] = /\/meetup-join\/([^/?]+)/.exec(joinUrl) ?? [];
  if (encoded === undefined) return null;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}
