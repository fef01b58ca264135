import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Suspense, lazy } from "react";
import { Link, useLocation } from "wouter";
import { useMe } from "../groups/use-me.ts";

/** Only admins have it, so nobody else loads it. */
const AdminsViewSwitch = lazy(async () => ({
  default: (await import("../accounts/AdminsViewSwitch.tsx")).AdminsViewSwitch,
}));

const useStyles = makeStyles({
  header: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalL,
    paddingInline: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: {
    fontWeight: tokens.fontWeightSemibold,
    "@media (max-width: 400px)": { display: "none" },
  },
  view: { marginInlineStart: "auto" },
  links: {
    display: "flex",
    listStyleType: "none",
    margin: 0,
    padding: 0,
    columnGap: tokens.spacingHorizontalXS,
  },
  link: {
    display: "block",
    paddingBlock: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: "none",
    borderBottom: `2px solid transparent`,
    ":hover": { color: tokens.colorNeutralForeground1 },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
  },
});

export function Header() {
  const styles = useStyles();
  const { me, adminsView } = useMe();
  const [path] = useLocation();
  const inGroups = path.startsWith("/groups");
  const inSettings = path.startsWith("/settings");
  return (
    <header className={styles.header}>
      <span className={styles.name}>ERG Events</span>
      <nav aria-label="Pages">
        <ul className={styles.links}>
          <HeaderLink
            to="/"
            label="Events"
            current={!inGroups && !inSettings}
          />
          {me.groups.length > 0 && (
            <HeaderLink to="/groups" label="Groups" current={inGroups} />
          )}
          {adminsView && (
            <HeaderLink to="/settings" label="Settings" current={inSettings} />
          )}
        </ul>
      </nav>
      {me.isAdmin && (
        <div className={styles.view}>
          <Suspense>
            <AdminsViewSwitch />
          </Suspense>
        </div>
      )}
    </header>
  );
}

function HeaderLink(props: { to: string; label: string; current: boolean }) {
  const styles = useStyles();
  return (
    <li>
      <Link
        href={props.to}
        className={mergeClasses(styles.link, props.current && styles.current)}
        aria-current={props.current ? "page" : undefined}
      >
        {props.label}
      </Link>
    </li>
  );
}
