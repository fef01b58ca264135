import { z } from "zod";
import type { AppRequest } from "./host-message.ts";
import { initializeReply } from "./host-runtime.ts";
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

/** What the shell does for the app; the frame and its messages are not its matter. */
export type HostDuties = {
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
  initialize: () => initializeReply("content"),
  getContext: (_, duties) => [duties.context()],
  "settings.getSettings": (_, duties) => [duties.config()],

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
