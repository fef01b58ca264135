import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { Rail } from "./Rail.tsx";
import { TopBar } from "./TopBar.tsx";

const useStyles = makeStyles({
  shell: {
    display: "grid",
    gridTemplateColumns: "76px minmax(0, 1fr)",
    gridTemplateRows: "auto minmax(0, 1fr)",
    gridTemplateAreas: '"bar bar" "rail main"',
    height: "100dvh",
    backgroundColor: tokens.colorNeutralBackground4,
    "@media (max-width: 640px)": {
      gridTemplateColumns: "minmax(0, 1fr)",
      gridTemplateRows: "auto minmax(0, 1fr) auto",
      gridTemplateAreas: '"bar" "main" "rail"',
    },
  },
  bar: { gridArea: "bar" },
  rail: { gridArea: "rail" },
  main: {
    gridArea: "main",
    minHeight: 0,
    overflow: "hidden",
    backgroundColor: tokens.colorNeutralBackground1,
    borderTopLeftRadius: tokens.borderRadiusXLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRightStyle: "none",
    borderBottomStyle: "none",
    boxShadow: tokens.shadow4,
    "@media (max-width: 640px)": {
      borderTopLeftRadius: 0,
      borderLeftStyle: "none",
    },
  },
  skip: {
    position: "absolute",
    left: "-999px",
    zIndex: 10,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForeground1,
    ":focus": { left: tokens.spacingHorizontalS, top: tokens.spacingVerticalS },
  },
});

export function Shell({ children }: { children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        Skip to content
      </a>
      <div className={styles.bar}>
        <TopBar />
      </div>
      <div className={styles.rail}>
        <Rail />
      </div>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  );
}
