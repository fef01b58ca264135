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
import { useWorld } from "../api/world.tsx";
import { HostedTab } from "../app-host/HostedTab.tsx";
import { usePageTitle } from "../shell/Page.tsx";
import { useAddress } from "../shell/use-address.ts";
import { AppNotAdded } from "./AppNotAdded.tsx";
import { hasAppIn } from "./channel-app.ts";
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
  back: { display: "none", "@media (max-width: 640px)": { display: "flex" } },
});

/** A channel with Teams' tab strip: Posts, and the app's channel tab. */
export function ChannelPage(props: {
  team: Team;
  channel: Channel;
  person: Person;
}) {
  const styles = useStyles();
  const { team, channel, person } = props;
  const { app } = useWorld();
  const { query, hrefFor, change, go } = useAddress();
  const hasApp = hasAppIn(team, channel);
  const tab = query.get("tab") === "app" ? "app" : "posts";
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
          aria-label={`Tabs of ${channel.name}`}
          selectedValue={tab}
          onTabSelect={(_, data) =>
            change({
              tab: data.value === "app" ? "app" : null,
              subPageId: null,
            })
          }
        >
          <Tab value="posts">Posts</Tab>
          <Tab value="app">{app.channelTab.name}</Tab>
        </TabList>
      </header>
      {tab === "posts" && (
        <Posts
          key={`${channel.id} ${person.id}`}
          team={team}
          channel={channel}
          person={person}
        />
      )}
      {tab === "app" && !hasApp && (
        <AppNotAdded name={team.app ? channel.name : team.name} />
      )}
      {tab === "app" && hasApp && (
        <HostedTab
          tab={app.channelTab}
          person={person}
          place={{ kind: "channel", team, channel }}
          subPageId={query.get("subPageId")}
        />
      )}
    </div>
  );
}
