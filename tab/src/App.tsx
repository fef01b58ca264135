import { FluentProvider } from "@fluentui/react-components";
import { useEffect, useMemo, type ReactNode } from "react";
import { ApiContext, type Api } from "./api-client/api.ts";
import { SignedIn } from "./SignedIn.tsx";
import { colorScheme, fluentTheme } from "./teams/fluent-theme.ts";
import { OutsideTeams } from "./teams/OutsideTeams.tsx";
import { ReaderContext } from "./teams/reader.ts";
import type { TeamsContext, TeamsStart } from "./teams/start-teams.ts";
import { textDirection, usableLocale } from "./teams/text-direction.ts";
import { ThemeNameProvider, useLiveThemeName } from "./teams/use-theme-name.ts";
import styles from "./App.module.css";
import "./page.css";

/** The whole tab: the theme of Teams, then what Teams' greeting allows. */
export function App(props: { api: Api; start: TeamsStart }) {
  if (props.start.state === "outsideTeams") {
    return (
      <Themed themeName={browserThemeName()} direction="ltr">
        <OutsideTeams />
      </Themed>
    );
  }
  return <InTeams api={props.api} context={props.start.context} />;
}

function InTeams(props: { api: Api; context: TeamsContext }) {
  const { context } = props;
  const themeName = useLiveThemeName(context.theme);
  const reader = useMemo(
    () => ({
      locale: usableLocale(context.locale),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      objectId: context.userObjectId,
      teamId: context.teamId,
    }),
    [context],
  );
  return (
    <Themed themeName={themeName} direction={textDirection(context.locale)}>
      <ApiContext value={props.api}>
        <ReaderContext value={reader}>
          <SignedIn />
        </ReaderContext>
      </ApiContext>
    </Themed>
  );
}

function Themed(props: {
  themeName: string;
  direction: "ltr" | "rtl";
  children: ReactNode;
}) {
  const { themeName, direction } = props;
  useEffect(() => {
    document.documentElement.style.colorScheme = colorScheme(themeName);
    document.documentElement.dir = direction;
  }, [themeName, direction]);
  return (
    <FluentProvider theme={fluentTheme(themeName)} dir={direction}>
      {/* Not the provider's own class: that one goes to dialogs and lists too, which it would hide. */}
      <div className={styles.app}>
        <ThemeNameProvider value={themeName}>
          {props.children}
        </ThemeNameProvider>
      </div>
    </FluentProvider>
  );
}

/** Outside Teams nobody tells a theme, so the browser's preference counts. */
function browserThemeName(): string {
  return matchMedia("(prefers-color-scheme: dark)").matches
    ? "dark"
    : "default";
}
