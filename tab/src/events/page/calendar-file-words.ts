/** For whom the file is: who is invited has the event in Outlook without it. */
export function calendarFileHint(isInvited: boolean): string {
  return isInvited
    ? "Your Outlook has the invitation. This file (.ics) is for another calendar of yours."
    : "A file (.ics) that every calendar takes. It tells nobody that you come.";
}

/**
 * Where the file is, and what to do where it is not: Teams on phones saves no files of tabs (second-hand: issues of
 * MicrosoftDocs/msteams-docs).
 */
export const calendarFileSaved =
  "The file is with your downloads; open it to add the event. Teams on phones saves no files: there, open ERG Events in a browser.";
