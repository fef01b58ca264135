import {
  Subtitle2,
  Tab,
  TabList,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { CalendarStar24Filled } from "@fluentui/react-icons";
import { useWorld } from "../api/world.tsx";
import { AsPerson } from "../shell/AsPerson.tsx";
import { Failed } from "../shell/LoadingState.tsx";
import { usePageTitle } from "../shell/Page.tsx";
import { useAddress } from "../shell/use-address.ts";
import { HostedTab } from "./HostedTab.tsx";

const useStyles = makeStyles({
  app: {
    height: "100%",
    display: "grid",
    gridTemplateRows: "auto minmax(0, 1fr)",
  },
  header: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    minHeight: "48px",
    padding: `0 ${tokens.spacingHorizontalL}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { color: tokens.colorBrandForeground1 },
});

/** The app opened from the app bar, with its personal tabs. */
export function PersonalApp({ entityId }: { entityId: string | undefined }) {
  const styles = useStyles();
  const { app } = useWorld();
  const { query, hrefFor, go } = useAddress();
  usePageTitle(app.name);
  const tabs = app.personalTabs;
  const tab = tabs.find((known) => known.entityId === entityId) ?? tabs[0];
  if (!tab) return <Failed message="This app has no personal tab." />;
  return (
    <div className={styles.app}>
      <header className={styles.header}>
        <CalendarStar24Filled className={styles.icon} aria-hidden />
        <Subtitle2 as="h1">{app.name}</Subtitle2>
        {tabs.length > 1 && (
          <TabList
            aria-label={`Pages of ${app.name}`}
            selectedValue={tab.entityId}
            onTabSelect={(_, data) => go(hrefFor(`/app/${String(data.value)}`))}
          >
            {tabs.map((each) => (
              <Tab key={each.entityId} value={each.entityId}>
                {each.name}
              </Tab>
            ))}
          </TabList>
        )}
      </header>
      <AsPerson>
        {(person) => (
          <HostedTab
            tab={tab}
            person={person}
            place={{ kind: "personal" }}
            subPageId={query.get("subPageId")}
          />
        )}
      </AsPerson>
    </div>
  );
}
