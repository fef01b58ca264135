import { z } from "zod";
import type { AppRequest } from "./host-message.ts";
import { initializeReply, type FrameContext } from "./host-runtime.ts";
import { refuseRequest } from "./refuse-request.ts";
import { readPickerInputs, type PickerInputs } from "./select-people.ts";

/** How far the app in the frame has come. */
export type AppPhase =
  | { phase: "loading" }
  | { phase: "shown" }
  | { phase: "failed"; reason: string; message: string };

export type PageWanted = {
  pageId?: string | undefined;
  subPageId?: string | undefined;
};

/** How an app and Teams set up a tab together; there only in the dialog for it. */
type TabSetUp = {
  /** The button Save is on; it is off until the app says otherwise. */
  setValid: (isValid: boolean) => void;
  /** The reply to `pages.config.setConfig`: [true], or [false, reason]. */
  setSettings: (config: unknown) => unknown[];
  /** The app's answer to a press of Save; an empty reason: it gave none. */
  onSave: (answer: { ok: true } | { ok: false; reason: string }) => void;
};

/** What the shell does for the app; the frame and its messages are not its matter. */
export type HostDuties = {
  frameContext: FrameContext;
  /** Undefined where a tab is shown. */
  setUp: TabSetUp | undefined;
  context: () => Record<string, unknown>;
  config: () => Record<string, unknown>;
  ssoToken: () => Promise<string>;
  signIn: (popup: {
    url: string;
    width: number;
    height: number;
  }) => Promise<unknown[]>;
  /** False when the link may not be opened. */
  openLink: (url: string) => boolean;
  openPage: (page: PageWanted) => void;
  shareLink: (subPageId: string | undefined) => void;
  /** The reply to `people.selectPeople`, once somebody has picked, or closed the picker. */
  selectPeople: (inputs: PickerInputs) => Promise<unknown[]>;
  onPhase: (phase: AppPhase) => void;
};

type Answerer = (
  args: unknown[],
  duties: HostDuties,
) => unknown[] | undefined | Promise<unknown[]>;

const pageShape = z.object({
  pageId: z.string().optional(),
  subPageId: z.string().optional(),
});

/** What Teams answers to each call of teams-js 2.58; `undefined`: the app awaits no answer. */
const answers: Record<string, Answerer> = {
  initialize: (_, duties) => initializeReply(duties.frameContext),
  getContext: (_, duties) => [duties.context()],
  "settings.getSettings": (_, duties) => [duties.config()],

  "settings.setSettings": ([config], { setUp }) =>
    setUp ? setUp.setSettings(config) : refuseRequest("settings.setSettings"),
  "settings.setValidityState": ([isValid], { setUp }) => {
    setUp?.setValid(isValid === true);
    return undefined;
  },
  "settings.save.success": (_, { setUp }) => {
    setUp?.onSave({ ok: true });
    return undefined;
  },
  "settings.save.failure": ([reason], { setUp }) => {
    setUp?.onSave({ ok: false, reason: text(reason, "") });
    return undefined;
  },

  "authentication.getAuthToken": (_, duties) =>
    duties.ssoToken().then(
      (token) => [true, token],
      (error: unknown) => [
        false,
        error instanceof Error ? error.message : String(error),
      ],
    ),
  "authentication.authenticate": ([url, width, height, isExternal], duties) =>
    isExternal === true
      ? [false, "The simulated Teams does not sign in in an external browser."]
      : duties.signIn({
          url: String(url),
          width: Number(width) || 600,
          height: Number(height) || 535,
        }),

  "appInitialization.appLoaded": phase(() => ({ phase: "shown" })),
  "appInitialization.success": phase(() => ({ phase: "shown" })),
  // An app that expected its failure shows it itself.
  "appInitialization.expectedFailure": phase(() => ({ phase: "shown" })),
  "appInitialization.failure": phase(([reason, message]) => ({
    phase: "failed",
    reason: text(reason, "Other"),
    message: text(message, ""),
  })),

  executeDeepLink: ([url], duties) => opened(duties.openLink(String(url))),
  "pages.currentApp.navigateTo": ([page], duties) => {
    duties.openPage(pageShape.parse(page));
    return [];
  },
  "pages.currentApp.navigateToDefaultPage": (_, duties) => {
    duties.openPage({});
    return [];
  },
  "pages.navigateToApp": ([page], duties) => {
    duties.openPage(pageShape.parse(page));
    return [true];
  },
  shareDeepLink: ([subPageId], duties) => {
    duties.shareLink(
      typeof subPageId === "string" && subPageId !== "" ? subPageId : undefined,
    );
    return undefined;
  },
  "people.selectPeople": ([inputs], duties) =>
    duties.selectPeople(readPickerInputs(inputs)),
  setFrameContext: () => undefined,
  readyToUnload: () => undefined,
};

/** Answers one request of the app; `undefined` when it awaits none. */
export async function answerRequest(
  { func, args }: AppRequest,
  duties: HostDuties,
): Promise<unknown[] | undefined> {
  const answer = Object.hasOwn(answers, func) ? answers[func] : undefined;
  if (answer) return answer(args, duties);
  return refuseRequest(func);
}

function phase(read: (args: unknown[]) => AppPhase): Answerer {
  return (args, duties) => {
    duties.onPhase(read(args));
    return undefined;
  };
}

function opened(done: boolean): unknown[] {
  return done ? [true] : [false, "This link cannot be opened."];
}

function text(value: unknown, otherwise: string): string {
  return typeof value === "string" && value !== "" ? value : otherwise;
}
