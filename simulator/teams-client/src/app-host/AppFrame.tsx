import { makeStyles } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { simulator } from "../api/simulator.ts";
import type { AppTab, Person } from "../api/shapes.ts";
import { useWorld } from "../api/world.tsx";
import { canonicalLocale } from "../shell/reader-locale.ts";
import { teamsThemes } from "../shell/themes.ts";
import { useAddress } from "../shell/use-address.ts";
import type { AppPhase } from "./answer-request.ts";
import { AppVeil } from "./AppVeil.tsx";
import { hostContext, type TabPlace } from "./host-context.ts";
import { useOpenPage } from "./open-page.ts";
import { PeoplePicker } from "./PeoplePicker.tsx";
import {
  pickedReply,
  type PickerEmail,
  type PickerInputs,
} from "./select-people.ts";
import { ShareLink } from "./ShareLink.tsx";
import { openSignIn } from "./sign-in-popup.ts";
import { startTeamsHost, type TeamsHost } from "./teams-host.ts";

/** Teams gives an app half a minute to call `app.notifySuccess()`. */
const patienceMs = 30_000;

const useStyles = makeStyles({
  place: { position: "relative", height: "100%", minHeight: 0 },
  frame: { width: "100%", height: "100%", border: 0, display: "block" },
});

export type AppFrameProps = {
  tab: AppTab;
  person: Person;
  place: TabPlace;
  subPageId: string | null;
};

/** The app's real page in a frame, with Teams' side of the teams-js protocol. Remount it for another person or page. */
export function AppFrame(props: AppFrameProps & { onReload: () => void }) {
  const { tab, person, place, subPageId } = props;
  const styles = useStyles();
  const world = useWorld();
  const { theme } = useAddress();
  const { openPage, openLink } = useOpenPage(place);
  const frame = useRef<HTMLIFrameElement>(null);
  const host = useRef<TeamsHost>(undefined);
  const [sessionId] = useState(() => crypto.randomUUID());
  const [phase, setPhase] = useState<AppPhase>({ phase: "loading" });
  const [shared, setShared] = useState<{ subPageId?: string }>();
  const [picking, setPicking] = useState<{
    inputs: PickerInputs;
    reply: (answer: unknown[]) => void;
  }>();

  const context = () =>
    hostContext({
      world,
      person,
      place,
      entityId: tab.entityId,
      subPageId,
      theme: teamsThemes[theme],
      locale: canonicalLocale(navigator.language),
      sessionId,
    });
  // The host lives as long as the frame and asks for what is true at that moment.
  const config = () => ({ ...tab, suggestedDisplayName: tab.name });
  const current = useRef({ context, config, openPage, openLink });
  useEffect(() => {
    current.current = { context, config, openPage, openLink };
  });

  useEffect(() => {
    const appOrigin = new URL(tab.contentUrl).origin;
    const contextNow = () => current.current.context();
    const started = startTeamsHost({
      frame: () => frame.current?.contentWindow ?? null,
      appOrigin,
      duties: {
        context: contextNow,
        config: () => current.current.config(),
        ssoToken: () => simulator.ssoToken(person.id),
        signIn: (popup) =>
          openSignIn({ ...popup, appOrigin, context: contextNow }),
        openLink: (url) => current.current.openLink(url),
        openPage: (page) => current.current.openPage(page),
        shareLink: (page) => setShared(page ? { subPageId: page } : {}),
        selectPeople: (inputs) =>
          new Promise((reply) => setPicking({ inputs, reply })),
        onPhase: setPhase,
      },
    });
    host.current = started;
    return () => started.stop();
  }, [tab.contentUrl, person.id]);

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

  return (
    <div className={styles.place}>
      <iframe
        ref={frame}
        className={styles.frame}
        title={world.app.name}
        src={tab.contentUrl}
        // As Teams on the web frames its apps: they may not steer the top window.
        sandbox="allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads allow-pointer-lock"
        allow="clipboard-read; clipboard-write"
      />
      <AppVeil
        phase={phase}
        appName={world.app.name}
        onReload={props.onReload}
      />
      {picking && (
        <PeoplePicker
          inputs={picking.inputs}
          place={place}
          onPicked={(people) => {
            setPicking(undefined);
            void pickerEmail().then((email) =>
              picking.reply(pickedReply(people, email)),
            );
          }}
        />
      )}
      {shared && (
        <ShareLink
          place={place}
          subPageId={shared.subPageId}
          onClose={() => setShared(undefined)}
        />
      )}
    </div>
  );
}

/** As the simulator is set at this moment. */
async function pickerEmail(): Promise<PickerEmail> {
  const { peoplePickerEmail } = await simulator.settings();
  return peoplePickerEmail === "userPrincipalName" ||
    peoplePickerEmail === "missing"
    ? peoplePickerEmail
    : "mail";
}
