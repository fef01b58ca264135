import { authentication } from "@microsoft/teams-js";

/**
 * Opens a sign-in page in a window of the Teams client and waits until it is done
 * (teams-js: authentication.authenticate). How it ended is told by the backend, not by the window.
 */
export async function openSignInWindow(url: string): Promise<void> {
  await authentication.authenticate({ url, width: 600, height: 640 });
}
