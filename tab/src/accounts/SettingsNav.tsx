import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Link, useLocation } from "wouter";

const useStyles = makeStyles({
  links: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalS,
    listStyleType: "none",
    margin: 0,
    padding: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  link: {
    display: "block",
    paddingBlock: tokens.spacingVerticalS,
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
    <nav aria-label="Settings">
      <ul className={styles.links}>
        {pages.map(({ to, label }) => (
          <li key={to}>
            <Link
              href={to}
              className={mergeClasses(
                styles.link,
                path === to && styles.current,
              )}
              aria-current={path === to ? "page" : undefined}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
