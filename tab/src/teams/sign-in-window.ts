import { authentication } from "@microsoft/teams-js";

const size = { width: 600, height: 640 };

/** A window in which the service account signs in. How that ended is told by the backend, not by the window. */
export interface SignInWindow {
  /** Leads it to the sign-in. */
  show: (url: string) => void;
  /** Takes it away when there is no sign-in to show. */
  close: () => void;
}

/**
 * Makes the window ready; to be called in the click itself, because browsers open windows only then.
 *
 * Teams opens it for pages on https (teams-js: authentication.authenticate). It refuses every http address,
 * which a backend on one's own machine has, so such a page opens the window itself.
 */
export function prepareSignInWindow(): SignInWindow {
  const own = location.protocol === "http:" ? openWindow() : null;
  return {
    show(url) {
      if (own !== null) own.location.replace(url);
      else if (url.startsWith("https:")) openByTeams(url);
    },
    close: () => own?.close(),
  };
}

function openWindow(): Window | null {
  const features = `popup,width=${size.width},height=${size.height}`;
  return window.open("about:blank", "_blank", features);
}

function openByTeams(url: string): void {
  // A window that was closed or blocked says nothing about the sign-in: the link beside it still works.
  authentication.authenticate({ url, ...size }).catch(() => undefined);
}
