import { useEffect, useRef, useState, type RefObject } from "react";
import { simulator } from "../api/simulator.ts";
import type { Person } from "../api/shapes.ts";
import { useWorld } from "../api/world.tsx";
import { canonicalLocale } from "../shell/reader-locale.ts";
import { teamsThemes } from "../shell/themes.ts";
import { useAddress } from "../shell/use-address.ts";
import type { AppPhase, HostDuties } from "./answer-request.ts";
import { hostContext, type TabPlace } from "./host-context.ts";
import { openSignIn } from "./sign-in-popup.ts";
import { startTeamsHost, type TeamsHost } from "./teams-host.ts";

/** Teams gives an app half a minute to call `app.notifySuccess()`. */
const patienceMs = 30_000;

/** A page of the app in a frame, and what the shell does for it there. */
export type HostedPage = {
  url: string;
  person: Person;
  place: TabPlace;
  entityId: string;
  subPageId: string | null;
  duties: Omit<HostDuties, "context" | "ssoToken" | "signIn" | "onPhase">;
};

/** Teams' side of one frame, for as long as it shows this page to this person. */
export function useAppHost(page: HostedPage): {
  frame: RefObject<HTMLIFrameElement | null>;
  host: RefObject<TeamsHost | undefined>;
  phase: AppPhase;
} {
  const world = useWorld();
  const { theme } = useAddress();
  const frame = useRef<HTMLIFrameElement>(null);
  const host = useRef<TeamsHost>(undefined);
  const [sessionId] = useState(() => crypto.randomUUID());
  const [phase, setPhase] = useState<AppPhase>({ phase: "loading" });
  const { url, person } = page;

  const context = () =>
    hostContext({
      ...page,
      world,
      theme: teamsThemes[theme],
      locale: canonicalLocale(navigator.language),
      sessionId,
      frameContext: page.duties.frameContext,
    });
  // The host lives as long as the frame and asks for what is true at that moment.
  const current = useRef({ context, duties: page.duties });
  useEffect(() => {
    current.current = { context, duties: page.duties };
  });

  useEffect(() => {
    const appOrigin = new URL(url).origin;
    const contextNow = () => current.current.context();
    const started = startTeamsHost({
      frame: () => frame.current?.contentWindow ?? null,
      appOrigin,
      duties: () => ({
        ...current.current.duties,
        context: contextNow,
        ssoToken: () => simulator.ssoToken(person.id),
        signIn: (popup) =>
          openSignIn({ ...popup, appOrigin, context: contextNow }),
        onPhase: setPhase,
      }),
    });
    host.current = started;
    return () => started.stop();
  }, [url, person.id]);

  useEffect(() => host.current?.pushTheme(teamsThemes[theme]), [theme]);

  useEffect(() => {
    if (phase.phase !== "loading") return;
    const timer = setTimeout(
      () =>
        setPhase({
          phase: "failed",
          reason: "Timeout",
          message: "The app did not say within half a minute that it is ready.",
        }),
      patienceMs,
    );
    return () => clearTimeout(timer);
  }, [phase]);

  return { frame, host, phase };
}
