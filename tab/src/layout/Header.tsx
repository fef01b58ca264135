import { mergeClasses } from "@fluentui/react-components";
import { Link, useLocation } from "wouter";
import { useMe } from "../groups/use-me.ts";
import { useReader } from "../teams/reader.ts";
import { optionalPart } from "./optional-part.tsx";
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
  return (
    <header className={styles.header}>
      <span className={styles.name}>ERG Events</span>
      <nav aria-label="Pages">
        <ul className={styles.links}>
          <HeaderLink to={home} label="Events" current={page === undefined} />
          {me.groups.length > 0 && (
            <HeaderLink
              to="/groups"
              label="Groups"
              current={page === "groups"}
            />
          )}
          {(adminsView || me.groups.some((group) => group.canManage)) && (
            <HeaderLink
              to="/insights"
              label="Insights"
              current={page === "insights"}
            />
          )}
          {adminsView && (
            <HeaderLink
              to="/settings"
              label="Settings"
              current={page === "settings"}
            />
          )}
        </ul>
      </nav>
      {me.isAdmin && (
        <div className={styles.view}>
          <AdminsViewSwitch />
        </div>
      )}
    </header>
  );
}

function HeaderLink(props: { to: string; label: string; current: boolean }) {
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
