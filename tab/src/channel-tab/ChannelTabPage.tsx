import { Page } from "../layout/Page.tsx";
import { LoadingLines } from "../layout/LoadingLines.tsx";
import { TextLink } from "../layout/TextLink.tsx";
import { useReader } from "../teams/reader.ts";
import { TabSettings } from "./TabSettings.tsx";
import { canSetUpTab, useStoredTab } from "./use-tab-settings.ts";

/** What Teams shows in its own dialog to whoever adds the app to a channel as a tab, or changes that tab. */
export function ChannelTabPage() {
  const { isSettingUpTab } = useReader();
  if (!isSettingUpTab || !canSetUpTab()) return <NotInDialog />;
  return (
    <Page title="What this tab shows">
      <StoredSettings />
    </Page>
  );
}

function StoredSettings() {
  const stored = useStoredTab();
  if (!stored)
    return (
      <LoadingLines label="Reading the tab's settings" count={2} size={72} />
    );
  return <TabSettings key={stored.entityId} stored={stored} />;
}

function NotInDialog() {
  const { home } = useReader();
  return (
    <Page title="Add ERG Events to a channel">
      <p>
        This page belongs to the window in which Teams asks what a tab is to
        show. Open a channel in Teams, choose Add a tab above its posts, and
        then ERG Events.
      </p>
      <TextLink to={home}>Go to the events</TextLink>
    </Page>
  );
}
