import { FrameContexts, app } from "@microsoft/teams-js";

/** What the tab uses of the Teams context. */
export interface TeamsContext {
  locale: string;
  theme: string;
  /** Part of the app that a deep link asks for, such as `events/<id>`. */
  subPageId: string | null;
  userObjectId: string;
  /** The team whose channel shows the tab (thread id); null in the personal app. */
  teamId: string | null;
  /** In the dialog in which Teams asks what a channel's tab is to show (teams-js: FrameContexts.settings). */
  isSettingUpTab: boolean;
}

export type TeamsStart =
  { state: "inTeams"; context: TeamsContext } | { state: "outsideTeams" };

const handshakeWithinMs = 3000;

/**
 * Greets the Teams client around the tab.
 *
 * `app.initialize` rejects without a parent window and waits for a long time under a page that is not Teams
 * (teams-js: app.initialize), so it is bounded.
 *
 * @param options.onGreeted Teams is there; what can be asked of it from now on need not wait for the context
 */
export async function startTeams(
  messageOrigins: string[],
  { onGreeted }: { onGreeted: () => void },
): Promise<TeamsStart> {
  const greeting = greet(messageOrigins, onGreeted);
  try {
    const context = await withinMs(handshakeWithinMs, greeting);
    return { state: "inTeams", context };
  } catch {
    return { state: "outsideTeams" };
  }
}

async function greet(
  messageOrigins: string[],
  onGreeted: () => void,
): Promise<TeamsContext> {
  await app.initialize(messageOrigins);
  onGreeted();
  const context = await app.getContext();
  void app.notifySuccess();
  return {
    locale: context.app.locale,
    theme: context.app.theme,
    subPageId: context.page.subPageId ?? null,
    userObjectId: context.user?.id ?? "",
    teamId: context.team?.internalId ?? null,
    isSettingUpTab: context.page.frameContext === FrameContexts.settings,
  };
}

function withinMs<T>(limitMs: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("No answer")), limitMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
