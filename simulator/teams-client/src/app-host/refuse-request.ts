/** teams-js: ErrorCode.NOT_SUPPORTED_ON_PLATFORM. */
const notSupportedOnPlatform = 100;

/**
 * The calls for which teams-js 2.58 reads a reply as [succeeded, reason]
 * (sendAndHandleStatusAndReason); for the others an error comes as an SdkError
 * in the first place. The wrong form would be taken for success.
 */
const repliedByStatus = new Set([
  "authentication.getUser",
  "calendar.composeMeeting",
  "calendar.openCalendarItem",
  "chat.openChat",
  "conversations.openConversation",
  "mail.composeMail",
  "mail.openMailItem",
  "navigateBack",
  "navigateCrossDomain",
  "navigateToTab",
  "search.closeSearch",
  "settings.setSettings",
]);

/** The error for a call that this host does not implement; also told on the console. */
export function refuseRequest(func: string): unknown[] {
  const message = `The simulated Teams does not implement "${func}".`;
  console.warn(`${message} The app gets an error.`);
  if (repliedByStatus.has(func)) return [false, message];
  return [{ errorCode: notSupportedOnPlatform, message }];
}
