import { useLocation } from "wouter";
import { useMe } from "../groups/use-me.ts";
import { useReader } from "../teams/reader.ts";
import { NavLinks, type NavLink } from "./NavLinks.tsx";
import { optionalPart } from "./late-part.tsx";
import styles from "./Header.module.css";

/** Only admins have it, so nobody else loads it. */
const AdminsViewSwitch = optionalPart(
  async () =>
    (await import("../accounts/AdminsViewSwitch.tsx")).AdminsViewSwitch,
);

export function Header() {
  const { me, adminsView } = useMe();
  const { home } = useReader();
  const [path] = useLocation();
  const page = /^\/(groups|insights|settings)/.exec(path)?.[1];
  const canManage = me.groups.some((group) => group.canManage);
  const links: NavLink[] = [
    { to: home, label: "Events", isCurrent: page === undefined },
    ...(me.groups.length > 0
      ? [{ to: "/groups", label: "Groups", isCurrent: page === "groups" }]
      : []),
    ...(adminsView || canManage
      ? [{ to: "/insights", label: "Insights", isCurrent: page === "insights" }]
      : []),
    ...(adminsView
      ? [{ to: "/settings", label: "Settings", isCurrent: page === "settings" }]
      : []),
  ];
  return (
    <header className={styles.header}>
      <span className={styles.name}>ERG Events</span>
      <NavLinks label="Pages" links={links} />
      {me.isAdmin && (
        <div className={styles.view}>
          <AdminsViewSwitch />
        </div>
      )}
    </header>
  );
}
