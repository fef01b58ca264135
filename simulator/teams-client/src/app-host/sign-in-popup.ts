import { readRequest, replyTo, type AppRequest } from "./host-message.ts";
import { initializeReply } from "./host-runtime.ts";

const checkClosedEveryMs = 300;

/**
 * Opens an app's sign-in window, as Teams on the web does, and waits for its
 * last page to call `authentication.notifySuccess` or `notifyFailure`.
 * The first page must be one of the app's own domains, and leads on to the
 * identity provider from there (Teams: manifest schema, validDomains).
 * @returns the reply to `authentication.authenticate`: [true, result] or [false, reason]
 */
export function openSignIn(popup: {
  url: string;
  width: number;
  height: number;
  appOrigin: string;
  context: () => Record<string, unknown>;
}): Promise<unknown[]> {
  const { appOrigin } = popup;
  if (URL.parse(popup.url)?.origin !== appOrigin)
    return Promise.resolve([
      false,
      `The sign-in window must start at a page of the app (${appOrigin}), which then redirects to the identity provider.`,
    ]);
  const opened = window.open(popup.url, "_blank", features(popup));
  if (!opened) return Promise.resolve([false, "FailedToOpenWindow"]);
  return new Promise((resolve) => {
    const finish = (reply: unknown[]) => {
      clearInterval(watch);
      window.removeEventListener("message", onMessage);
      resolve(reply);
    };
    const onMessage = (event: MessageEvent<unknown>) => {
      if (event.source !== opened || event.origin !== appOrigin) return;
      const request = readRequest(event.data);
      if (!request) return;
      const outcome = outcomeOf(request);
      if (outcome) {
        finish(outcome);
        return;
      }
      const reply = answerPopup(request, popup.context);
      if (reply) opened.postMessage(replyTo(request, reply), appOrigin);
    };
    const watch = setInterval(() => {
      if (opened.closed) finish([false, "CancelledByUser"]);
    }, checkClosedEveryMs);
    window.addEventListener("message", onMessage);
  });
}

function outcomeOf({ func, args }: AppRequest): unknown[] | undefined {
  if (func === "authentication.authenticate.success")
    return [true, args[0] ?? ""];
  if (func === "authentication.authenticate.failure")
    return [false, args[0] ?? "CancelledByUser"];
  return undefined;
}

function answerPopup(
  { func }: AppRequest,
  context: () => Record<string, unknown>,
): unknown[] | undefined {
  if (func === "initialize") return initializeReply("authentication");
  if (func === "getContext")
    return [{ ...context(), frameContext: "authentication" }];
  return undefined;
}

function features({ width, height }: { width: number; height: number }) {
  const left = window.screenX + Math.max(0, (window.outerWidth - width) / 2);
  const top = window.screenY + Math.max(0, (window.outerHeight - height) / 2);
  return `popup,width=${String(width)},height=${String(height)},left=${String(Math.round(left))},top=${String(Math.round(top))}`;
}
