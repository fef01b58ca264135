import {
  Link,
  Tab,
  TabList,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { usePageTitle } from "../shell/Page.tsx";
import { useAddress } from "../shell/use-address.ts";
import { ExchangesPanel } from "./ExchangesPanel.tsx";
import { FaultsPanel } from "./FaultsPanel.tsx";
import { SettingsPanel } from "./SettingsPanel.tsx";

const useStyles = makeStyles({
  page: {
    height: "100%",
    display: "grid",
    gridTemplateRows: "auto minmax(0, 1fr)",
  },
  header: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalL,
    padding: `0 ${tokens.spacingHorizontalL}`,
    minHeight: "48px",
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  heading: {
    margin: 0,
    paddingBlock: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  panel: { minHeight: 0, overflow: "auto" },
});

const panels = ["exchanges", "settings", "faults"] as const;

/** What goes on between the app and Microsoft 365, and the switches and faults to try. */
export function InspectorPage({ panel }: { panel: string | undefined }) {
  const styles = useStyles();
  const { hrefFor, go } = useAddress();
  usePageTitle("Inspector");
  const shown = panels.find((name) => name === panel) ?? "exchanges";
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1 className={styles.heading}>Inspector</h1>
        <TabList
          aria-label="Parts of the inspector"
          selectedValue={shown}
          onTabSelect={(_, { value }) =>
            go(
              hrefFor(
                value === "exchanges"
                  ? "/inspector"
                  : `/inspector/${String(value)}`,
              ),
            )
          }
        >
          <Tab value="exchanges">Exchanges</Tab>
          <Tab value="settings">Settings</Tab>
          <Tab value="faults">Faults</Tab>
        </TabList>
        {/* A page of the simulated Entra's, not of this client's. */}
        <Link href="/entra">Entra admin center</Link>
      </header>
      <div className={styles.panel}>
        {shown === "exchanges" && <ExchangesPanel />}
        {shown === "settings" && <SettingsPanel />}
        {shown === "faults" && <FaultsPanel />}
      </div>
    </div>
  );
}
