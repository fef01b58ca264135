import {
  Caption2,
  makeStyles,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import {
  CalendarStar24Filled,
  CalendarStar24Regular,
  DocumentSearch24Filled,
  DocumentSearch24Regular,
  MailInbox24Filled,
  MailInbox24Regular,
  MapRegular,
  MapFilled,
  PeopleTeam24Filled,
  PeopleTeam24Regular,
  bundleIcon,
} from "@fluentui/react-icons";
import { Link } from "wouter";
import { useWorld } from "../api/world.tsx";
import { useAddress } from "./use-address.ts";

const TeamsIcon = bundleIcon(PeopleTeam24Filled, PeopleTeam24Regular);
const OutlookIcon = bundleIcon(MailInbox24Filled, MailInbox24Regular);
const AppIcon = bundleIcon(CalendarStar24Filled, CalendarStar24Regular);
const InspectorIcon = bundleIcon(
  DocumentSearch24Filled,
  DocumentSearch24Regular,
);
const WalkthroughIcon = bundleIcon(MapFilled, MapRegular);

const useStyles = makeStyles({
  rail: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalXS,
    "@media (max-width: 640px)": {
      flexDirection: "row",
      justifyContent: "space-around",
      borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    },
  },
  item: {
    position: "relative",
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXS}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: "none",
    textAlign: "center",
    flexBasis: "auto",
    "@media (max-width: 640px)": { flexBasis: "20%", minWidth: 0 },
    ":hover": {
      backgroundColor: tokens.colorSubtleBackgroundHover,
      color: tokens.colorNeutralForeground2BrandHover,
    },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
    },
  },
  current: {
    color: tokens.colorNeutralForeground1Selected,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorSubtleBackgroundSelected,
  },
  icon: { fontSize: "24px", lineHeight: 0 },
  currentIcon: { color: tokens.colorNeutralForeground2BrandSelected },
  name: {
    maxWidth: "100%",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
});

/** The app bar: at the left, on a phone at the bottom. */
export function Rail() {
  const styles = useStyles();
  const { path, hrefFor } = useAddress();
  const { app } = useWorld();
  const items = [
    { path: "/", name: "Start", Icon: WalkthroughIcon },
    { path: "/teams", name: "Teams", Icon: TeamsIcon },
    { path: "/outlook", name: "Outlook", Icon: OutlookIcon },
    { path: "/app", name: app.name, Icon: AppIcon },
    { path: "/inspector", name: "Inspector", Icon: InspectorIcon },
  ];
  const current = items.findLast(
    (item) => path === item.path || path.startsWith(`${item.path}/`),
  );
  return (
    <nav aria-label="Apps" className={styles.rail}>
      {items.map((item) => {
        const isCurrent = item === current;
        return (
          <Link
            key={item.path}
            href={hrefFor(item.path)}
            aria-current={isCurrent ? "page" : undefined}
            className={mergeClasses(styles.item, isCurrent && styles.current)}
          >
            <span
              className={mergeClasses(
                styles.icon,
                isCurrent && styles.currentIcon,
              )}
            >
              <item.Icon filled={isCurrent} aria-hidden />
            </span>
            <Caption2 className={styles.name}>{item.name}</Caption2>
          </Link>
        );
      })}
    </nav>
  );
}
