import { FluentProvider } from "@fluentui/react-components";
import { useEffect } from "react";
import { Route, Switch } from "wouter";
import { WorldProvider } from "./api/world.tsx";
import { FollowedLink } from "./app-host/FollowedLink.tsx";
import { PersonalApp } from "./app-host/PersonalApp.tsx";
import { InspectorPage } from "./inspector/InspectorPage.tsx";
import { OutlookPage } from "./outlook/OutlookPage.tsx";
import { NotHere } from "./shell/NotHere.tsx";
import { Shell } from "./shell/Shell.tsx";
import { fluentThemes } from "./shell/themes.ts";
import { useAddress } from "./shell/use-address.ts";
import { TeamsPage } from "./teams/TeamsPage.tsx";
import { Walkthrough } from "./walkthrough/Walkthrough.tsx";

export function App() {
  const { theme } = useAddress();
  useEffect(() => {
    // Scrollbars and form controls of the browser follow the theme.
    document.documentElement.style.colorScheme =
      theme === "light" ? "light" : "dark";
  }, [theme]);
  return (
    <FluentProvider theme={fluentThemes[theme]}>
      <WorldProvider>
        <Shell>
          <Switch>
            <Route path="/" component={Walkthrough} />
            <Route path="/app/:entityId?">
              {({ entityId }) => <PersonalApp entityId={entityId} />}
            </Route>
            <Route path="/teams/:teamId?/:channelId?">
              {({ teamId, channelId }) => (
                <TeamsPage teamId={teamId} channelId={channelId} />
              )}
            </Route>
            <Route path="/l/entity/:appId/:entityId" component={FollowedLink} />
            <Route path="/outlook" component={OutlookPage} />
            <Route path="/inspector/:panel?">
              {({ panel }) => <InspectorPage panel={panel} />}
            </Route>
            <Route component={NotHere} />
          </Switch>
        </Shell>
      </WorldProvider>
    </FluentProvider>
  );
}
