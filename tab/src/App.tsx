import {
  FluentProvider,
  makeStaticStyles,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useMemo, type ReactNode } from "react";
import { ApiContext, type Api } from "./api-client/api.ts";
import { SignedIn } from "./SignedIn.tsx";
import { colorScheme, fluentTheme } from "./teams/fluent-theme.ts";
import { OutsideTeams } from "./teams/OutsideTeams.tsx";
import { ReaderContext } from "./teams/reader.ts";
import type { TeamsContext, TeamsStart } from "./teams/start-teams.ts";
import { textDirection, usableLocale } from "./teams/text-direction.ts";
import { ThemeNameProvider, useLiveThemeName } from "./teams/use-theme-name.ts";

const usePageStyles = makeStaticStyles([
  {
    // The body scrolls, not the window: for a window Fluent's dialogs keep the scrollbar's strip free, and white.
    html: { height: "100%", overflow: "auto" },
    body: { height: "100%", margin: 0, overflow: "auto", position: "relative" },
    // English sentences and people's own words keep their direction on a page that runs from right to left.
    'html[dir="rtl"] body, html[dir="rtl"] body .fui-Text': {
      textAlign: "right",
    },
    'html[dir="rtl"] body *': { unicodeBidi: "plaintext" },
  },
  // As text, because objects of static styles cannot be nested.
  `@media (prefers-reduced-motion: reduce) {
    *, *::before, *::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0.01ms !important;
    }
  }`,
]);

const useStyles = makeStyles({
  app: {
    minHeight: "100vh",
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

/** The whole tab: the theme of Teams, then what Teams' greeting allows. */
export function App(props: { api: Api; start: TeamsStart }) {
  usePageStyles();
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
  const styles = useStyles();
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
