import { Suspense } from "react";
import { Route, Switch, useLocation } from "wouter";
import type { GroupSummary } from "../../bot/contract/groups.ts";
import type { Me } from "../../bot/contract/me.ts";
import { useApi } from "./api-client/api.ts";
import { ownBackend } from "./api-client/own-backend.ts";
import { useLoaded } from "./api-client/use-loaded.ts";
import { NotConnectedBanner } from "./accounts/NotConnectedBanner.tsx";
import { useAdminsView } from "./accounts/use-admins-view.ts";
import { EventListPage } from "./events/list/EventListPage.tsx";
import { MeContext } from "./groups/use-me.ts";
import { Failure } from "./layout/Failure.tsx";
import { Header } from "./layout/Header.tsx";
import { LoadingLines } from "./layout/LoadingLines.tsx";
import { OfflineBar } from "./layout/OfflineBar.tsx";
import { NotFoundPage } from "./layout/NotFoundPage.tsx";
import { latePart, optionalPart } from "./layout/late-part.tsx";
import { PageErrorBoundary } from "./layout/PageErrorBoundary.tsx";
import { useReader } from "./teams/reader.ts";
import styles from "./SignedIn.module.css";

const EventPage = latePart(
  async () => (await import("./events/page/EventPage.tsx")).EventPage,
);
const NewEventPage = latePart(
  async () => (await import("./events/form/NewEventPage.tsx")).NewEventPage,
);
const EditEventPage = latePart(
  async () => (await import("./events/form/EditEventPage.tsx")).EditEventPage,
);
const GroupsPage = latePart(
  async () => (await import("./groups/GroupsPage.tsx")).GroupsPage,
);
const GroupPage = latePart(
  async () => (await import("./groups/page/GroupPage.tsx")).GroupPage,
);
const InsightsPage = latePart(
  async () => (await import("./insights/InsightsPage.tsx")).InsightsPage,
);
const AccountPage = latePart(
  async () => (await import("./accounts/AccountPage.tsx")).AccountPage,
);
const ItDetailsPage = latePart(
  async () =>
    (await import("./accounts/it-details/ItDetailsPage.tsx")).ItDetailsPage,
);
const ChannelTabPage = latePart(
  async () => (await import("./channel-tab/ChannelTabPage.tsx")).ChannelTabPage,
);
const AudiencesPage = latePart(
  async () => (await import("./audiences/AudiencesPage.tsx")).AudiencesPage,
);
const AllGroupsPage = latePart(
  async () =>
    (await import("./groups/overseen/AllGroupsPage.tsx")).AllGroupsPage,
);
const StoppedWorkPage = latePart(
  async () =>
    (await import("./stopped-work/StoppedWorkPage.tsx")).StoppedWorkPage,
);

const FocusKeeper = optionalPart(
  async () => (await import("./layout/FocusKeeper.tsx")).FocusKeeper,
);

/** Everything behind the sign-in: who is calling decides what the pages show. */
export function SignedIn() {
  const api = useApi();
  const { loaded, loads, reload, update } = useLoaded(
    "me",
    (signal) => api.request({ path: "/api/me", signal, read: ownBackend<Me> }),
    // Every page hangs on it, with what somebody has typed there; and pages look again by themselves.
    { keepsValue: true },
  );
  if (loaded.state === "loading") {
    return (
      <main className={styles.content}>
        <LoadingLines label="Signing you in" count={4} size={72} />
      </main>
    );
  }
  if (loaded.state === "failed") {
    return (
      <main className={styles.content}>
        <OfflineBar />
        <Failure error={loaded.error} onRetry={reload} />
      </main>
    );
  }
  const replaceGroup = (stored: GroupSummary) =>
    update((now) => ({
      ...now,
      groups: now.groups.map((group) =>
        group.id === stored.id ? stored : group,
      ),
    }));
  return <Greeted me={loaded.value} {...{ loads, reload, replaceGroup }} />;
}

function Greeted(props: {
  me: Me;
  loads: number;
  reload: () => void;
  replaceGroup: (group: GroupSummary) => void;
}) {
  const view = useAdminsView(props.me);
  const { isSettingUpTab } = useReader();
  return (
    <MeContext value={{ ...props, ...view }}>
      {!isSettingUpTab && <Header />}
      <OfflineBar />
      <div className={styles.content}>
        {!isSettingUpTab && <NotConnectedBanner />}
        <Pages />
        <KeepFocus />
      </div>
    </MeContext>
  );
}

/** The list has no dialogs, so the first page does without what dialogs need. */
function KeepFocus() {
  const [path] = useLocation();
  if (path === "/") return null;
  return <FocusKeeper />;
}

function Pages() {
  const [path] = useLocation();
  return (
    <PageErrorBoundary key={path}>
      <Suspense
        fallback={<LoadingLines label="Loading the page" count={4} size={32} />}
      >
        <Switch>
          <Route path="/">
            <EventListPage />
          </Route>
          <Route path="/events/new">
            <NewEventPage />
          </Route>
          <Route path="/events/:id">
            {({ id }) => <EventPage key={id} id={id} />}
          </Route>
          <Route path="/events/:id/edit">
            {({ id }) => <EditEventPage key={id} id={id} />}
          </Route>
          <Route path="/groups">
            <GroupsPage />
          </Route>
          <Route path="/groups/:id">
            {({ id }) => <GroupPage key={id} id={id} />}
          </Route>
          <Route path="/insights">
            <InsightsPage />
          </Route>
          <Route path="/channel-tab">
            <ChannelTabPage />
          </Route>
          <Route path="/settings">
            <AccountPage />
          </Route>
          <Route path="/settings/it-details">
            <ItDetailsPage />
          </Route>
          <Route path="/settings/audiences">
            <AudiencesPage />
          </Route>
          <Route path="/settings/groups">
            <AllGroupsPage />
          </Route>
          <Route path="/settings/stopped-work">
            <StoppedWorkPage />
          </Route>
          <Route>
            <NotFoundPage />
          </Route>
        </Switch>
      </Suspense>
    </PageErrorBoundary>
  );
}
