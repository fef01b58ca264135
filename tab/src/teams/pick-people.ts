import { people } from "@microsoft/teams-js";

/** Somebody whom the reader picked in Teams; `address` is null where Teams tells none. */
export interface PickedPerson {
  displayName: string;
  address: string | null;
}

/** teams-js: ErrorCode.USER_ABORT. */
const userAbort = 8000;

/** Whether this client of Teams has the picker (teams-js: people.isSupported). */
export function canPickPeople(): boolean {
  try {
    return people.isSupported();
  } catch {
    // Teams has not greeted the tab.
    return false;
  }
}

/**
 * Lets the reader search and pick people of the organization in Teams' own dialog. The app itself reads nothing of
 * the directory: it gets those who were picked (Teams: Integrate People Picker).
 * @returns null when the dialog was closed
 */
export async function pickPeople(): Promise<PickedPerson[] | null> {
  try {
    const picked = await people.selectPeople({
      title: "Invite people",
      openOrgWideSearchInChatOrChannel: true,
    });
    return picked.map(({ objectId, displayName, email }) => ({
      displayName: displayName ?? email ?? objectId,
      address: email?.trim() || null,
    }));
  } catch (error) {
    if (isAbort(error)) return null;
    throw error;
  }
}

function isAbort(error: unknown): boolean {
  return (
    typeof error === "object" &&
    error !== null &&
    "errorCode" in error &&
    error.errorCode === userAbort
  );
}
