import { makeStyles, tokens } from "@fluentui/react-components";
import { useLocation } from "wouter";
import { NavLinks } from "../layout/NavLinks.tsx";

const useStyles = makeStyles({
  pages: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
});

const pages = [
  { to: "/settings", label: "Microsoft Calendar" },
  { to: "/settings/audiences", label: "Audiences" },
  { to: "/settings/groups", label: "Groups" },
  { to: "/settings/stopped-work", label: "Stopped work" },
  { to: "/settings/it-details", label: "IT details" },
];

export function SettingsNav() {
  const styles = useStyles();
  const [path] = useLocation();
  return (
    <div className={styles.pages}>
      <NavLinks
        label="Settings"
        links={pages.map((page) => ({ ...page, isCurrent: path === page.to }))}
      />
    </div>
  );
}
