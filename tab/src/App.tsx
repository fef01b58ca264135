import { FluentProvider } from "@fluentui/react-components";
import { useEffect, useMemo, type ReactNode } from "react";
import { ApiContext, type Api } from "./api-client/api.ts";
import { PageErrorBoundary } from "./layout/PageErrorBoundary.tsx";
import { SignedIn } from "./SignedIn.tsx";
import { colorScheme, type NamedTheme } from "./teams/fluent-theme.ts";
import { OutsideTeams } from "./teams/OutsideTeams.tsx";
import { ReaderContext } from "./teams/reader.ts";
import type { TeamsContext, TeamsStart } from "./teams/start-teams.ts";
import { textDirection, usableLocale } from "./teams/text-direction.ts";
import { useLiveTheme } from "./teams/use-live-theme.ts";
import { ThemeNameProvider } from "./teams/use-theme-name.ts";
import styles from "./App.module.css";
import "./page.css";

/** The whole tab: the theme of Teams, then what Teams' greeting allows. */
export function App(props: {
  api: Api;
  start: TeamsStart;
  theme: NamedTheme;
  /** The query with which Teams opened the list of events; empty if it opened another page. */
  opened: string;
  /** Where Teams opens the personal tab; empty: not known. */
  appLink: string;
}) {
  const { api, start, theme, opened } = props;
  if (start.state === "outsideTeams") {
    return (
      <Themed theme={theme} direction="ltr">
        <OutsideTeams appLink={props.appLink} />
      </Themed>
    );
  }
  const { context } = start;
  return <InTeams {...{ api, context, opened }} firstTheme={theme} />;
}

function InTeams(props: {
  api: Api;
  context: TeamsContext;
  firstTheme: NamedTheme;
  opened: string;
}) {
  const { context, opened } = props;
  const theme = useLiveTheme(props.firstTheme);
  const reader = useMemo(
    () => ({
      locale: usableLocale(context.locale),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      objectId: context.userObjectId,
      teamId: context.teamId,
      home: context.teamId === null ? "/" : `/${opened}`,
      isSettingUpTab: context.isSettingUpTab,
    }),
    [context, opened],
  );
  return (
    <Themed theme={theme} direction={textDirection(context.locale)}>
      <ApiContext value={props.api}>
        <ReaderContext value={reader}>
          {/* Around everything else: whatever breaks outside a page leaves a way to try again. */}
          <PageErrorBoundary>
            <SignedIn />
          </PageErrorBoundary>
        </ReaderContext>
      </ApiContext>
    </Themed>
  );
}

function Themed(props: {
  theme: NamedTheme;
  direction: "ltr" | "rtl";
  children: ReactNode;
}) {
  const { theme, direction } = props;
  useEffect(() => {
    document.documentElement.style.colorScheme = colorScheme(theme.name);
    document.documentElement.dir = direction;
    document.documentElement.dataset["theme"] = theme.name;
  }, [theme, direction]);
  return (
    <FluentProvider
      {...(theme.fluent && { theme: theme.fluent })}
      dir={direction}
    >
      {/* Not the provider's own class: that one goes to dialogs and lists too, which it would hide. */}
      <div className={styles.app}>
        <ThemeNameProvider value={theme.name}>
          {props.children}
        </ThemeNameProvider>
      </div>
    </FluentProvider>
  );
}
