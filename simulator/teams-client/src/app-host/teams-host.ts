import { answerRequest, type HostDuties } from "./answer-request.ts";
import { hostEvent, readRequest, replyTo } from "./host-message.ts";

export type TeamsHost = {
  /** Tells the app the theme, if it asked to be told. */
  pushTheme: (teamsTheme: string) => void;
  /**
   * Tells the app that somebody pressed Save. teams-js itself answers for an app without a handler
   * (Teams: Create a configuration page).
   */
  save: () => void;
  stop: () => void;
};

/**
 * Teams' side of teams-js for one frame. Messages count only when they come
 * from that frame's window and from the app's origin; replies go to it alone.
 */
export function startTeamsHost(host: {
  frame: () => Window | null;
  appOrigin: string;
  /** As they are at that moment. */
  duties: () => HostDuties;
}): TeamsHost {
  const { frame, appOrigin, duties } = host;
  const registered = new Set<unknown>();

  const onMessage = (event: MessageEvent<unknown>) => {
    const app = frame();
    if (!app || event.source !== app || event.origin !== appOrigin) return;
    const request = readRequest(event.data);
    if (!request) return;
    // A page that was loaded anew starts with no handlers.
    if (request.func === "initialize") registered.clear();
    if (request.func === "registerHandler") {
      registered.add(request.args[0]);
      return;
    }
    answerRequest(request, duties()).then(
      (args) => {
        if (args) app.postMessage(replyTo(request, args), appOrigin);
      },
      (error: unknown) => console.error(`Failed to answer an app.`, error),
    );
  };

  window.addEventListener("message", onMessage);
  return {
    pushTheme: (teamsTheme) => {
      if (registered.has("themeChange"))
        frame()?.postMessage(hostEvent("themeChange", [teamsTheme]), appOrigin);
    },
    save: () => frame()?.postMessage(hostEvent("settings.save", []), appOrigin),
    stop: () => window.removeEventListener("message", onMessage),
  };
}
