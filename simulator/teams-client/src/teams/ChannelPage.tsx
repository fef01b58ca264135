import {
  Button,
  Subtitle2,
  Tab,
  TabList,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { ArrowLeft20Regular } from "@fluentui/react-icons";
import type { Channel, Person, Team } from "../api/shapes.ts";
import { HostedTab } from "../app-host/HostedTab.tsx";
import { usePageTitle } from "../shell/Page.tsx";
import { useAddress } from "../shell/use-address.ts";
import { AddTab } from "../tabs/AddTab.tsx";
import { TabDialog } from "../tabs/TabDialog.tsx";
import { TabMenu } from "../tabs/TabMenu.tsx";
import { Posts } from "./Posts.tsx";

const useStyles = makeStyles({
  page: {
    height: "100%",
    display: "grid",
    gridTemplateRows: "auto minmax(0, 1fr)",
  },
  header: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    minHeight: "48px",
    padding: `0 ${tokens.spacingHorizontalL}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  tabs: { flexWrap: "wrap", flexShrink: 1 },
  back: { display: "none", "@media (max-width: 640px)": { display: "flex" } },
});

/** In the address: the dialog for a tab that is not there yet. */
const newTab = "new";

/** A channel with Teams' tab strip: Posts, and the tabs that people have added, which everybody sees. */
export function ChannelPage(props: {
  team: Team;
  channel: Channel;
  person: Person;
}) {
  const styles = useStyles();
  const { team, channel, person } = props;
  const { query, hrefFor, change, go } = useAddress();
  const tabs = channel.tabs ?? [];
  const tab = tabs.find(({ id }) => id === query.get("tab"));
  const setUp = query.get("setUp");
  const inSetUp = tabs.find(({ id }) => id === setUp);
  const openTab = (id: string | null) =>
    change({ tab: id, subPageId: null, setUp: null });
  usePageTitle(`${channel.name} · ${team.name}`);
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <Button
          className={styles.back}
          appearance="subtle"
          icon={<ArrowLeft20Regular />}
          aria-label="Back to teams"
          onClick={() => go(hrefFor("/teams"))}
        />
        <Subtitle2 as="h1">
          {team.name} › {channel.name}
        </Subtitle2>
        <TabList
          className={styles.tabs}
          aria-label={`Tabs of ${channel.name}`}
          selectedValue={tab?.id ?? "posts"}
          onTabSelect={(_, { value }) =>
            openTab(value === "posts" ? null : String(value))
          }
        >
          <Tab value="posts">Posts</Tab>
          {tabs.map(({ id, name }) => (
            <Tab key={id} value={id}>
              {name}
            </Tab>
          ))}
        </TabList>
        {tab && !team.isArchived && (
          <TabMenu
            key={tab.id}
            at={{
              teamId: team.id,
              channelId: channel.id,
              personId: person.id,
            }}
            tab={tab}
            onSettings={() => change({ setUp: tab.id })}
            onRemoved={() => openTab(null)}
          />
        )}
        {!team.isArchived && (
          <AddTab {...props} onAdd={() => change({ setUp: newTab })} />
        )}
      </header>
      {tab ? (
        <HostedTab
          tab={tab}
          person={person}
          place={{ kind: "channel", team, channel, tabId: tab.id }}
          subPageId={query.get("subPageId")}
        />
      ) : (
        <Posts
          key={`${channel.id} ${person.id}`}
          team={team}
          channel={channel}
          person={person}
        />
      )}
      {(setUp === newTab || inSetUp) && (
        <TabDialog
          {...props}
          tab={inSetUp}
          onSaved={openTab}
          onClose={() => change({ setUp: null })}
        />
      )}
    </div>
  );
}
