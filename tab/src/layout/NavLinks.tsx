import { mergeClasses } from "@fluentui/react-components";
import { Link } from "wouter";
import styles from "./NavLinks.module.css";

export interface NavLink {
  to: string;
  label: string;
  isCurrent: boolean;
}

/** Ways to pages beside one another, the current one underlined. */
export function NavLinks(props: {
  /** Which pages: `Settings`. */
  label: string;
  links: readonly NavLink[];
}) {
  return (
    <nav aria-label={props.label}>
      <ul className={styles.links}>
        {props.links.map(({ to, label, isCurrent }) => (
          <li key={to}>
            <Link
              href={to}
              className={mergeClasses(styles.link, isCurrent && styles.current)}
              data-label={label}
              aria-current={isCurrent ? "page" : undefined}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
