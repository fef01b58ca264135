import {
  Subtitle2,
  Tab,
  TabList,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { CalendarStar24Filled } from "@fluentui/react-icons";
import type { Person } from "../api/shapes.ts";
import { useWorld } from "../api/world.tsx";
import { AboutApp } from "../chat/AboutApp.tsx";
import { PersonalAppMenu } from "../chat/PersonalAppMenu.tsx";
import { PersonalChat } from "../chat/PersonalChat.tsx";
import { AsPerson } from "../shell/AsPerson.tsx";
import { usePageTitle } from "../shell/Page.tsx";
import { useAddress } from "../shell/use-address.ts";
import { HostedTab } from "./HostedTab.tsx";
import { personalPages, type PersonalPage } from "./personal-pages.ts";

const useStyles = makeStyles({
  app: {
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
  icon: { color: tokens.colorBrandForeground1 },
  pages: { flexWrap: "wrap", flexShrink: 1 },
});

/** The app opened from the app bar, with its personal tabs, the chat with its bot, and what it is. */
export function PersonalApp({ entityId }: { entityId: string | undefined }) {
  const styles = useStyles();
  const { app } = useWorld();
  const { hrefFor, go } = useAddress();
  usePageTitle(app.name);
  const pages = personalPages(app.personalTabs);
  const page = pages.find((known) => known.entityId === entityId) ?? pages[0];
  return (
    <AsPerson>
      {(person) => (
        <div className={styles.app}>
          <header className={styles.header}>
            <CalendarStar24Filled className={styles.icon} aria-hidden />
            <Subtitle2 as="h1">{app.name}</Subtitle2>
            <TabList
              className={styles.pages}
              aria-label={`Pages of ${app.name}`}
              selectedValue={page?.entityId}
              onTabSelect={(_, data) =>
                go(hrefFor(`/app/${String(data.value)}`))
              }
            >
              {pages.map((each) => (
                <Tab key={each.entityId} value={each.entityId}>
                  {each.name}
                </Tab>
              ))}
            </TabList>
            <PersonalAppMenu person={person} />
          </header>
          {page && <AppPage page={page} person={person} />}
        </div>
      )}
    </AsPerson>
  );
}

function AppPage({ page, person }: { page: PersonalPage; person: Person }) {
  const { query } = useAddress();
  if (page.kind === "tab")
    return (
      <HostedTab
        tab={page.tab}
        person={person}
        place={{ kind: "personal" }}
        subPageId={query.get("subPageId")}
      />
    );
  return page.kind === "chat" ? (
    <PersonalChat key={person.id} person={person} />
  ) : (
    <AboutApp />
  );
}
