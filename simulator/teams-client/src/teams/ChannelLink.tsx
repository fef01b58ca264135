import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { LockClosed16Regular, People16Regular } from "@fluentui/react-icons";
import { Link } from "wouter";
import type { Channel, Team } from "../api/shapes.ts";
import { pathOf } from "../app-host/open-page.ts";
import { useAddress } from "../shell/use-address.ts";

const useStyles = makeStyles({
  channel: {
    flexGrow: 1,
    minWidth: 0,
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    paddingInlineStart: "48px",
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: "none",
    ":hover": {
      backgroundColor: tokens.colorSubtleBackgroundHover,
      color: tokens.colorNeutralForeground2Hover,
    },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
    },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    fontWeight: tokens.fontWeightSemibold,
  },
});

export function ChannelLink(props: {
  team: Team;
  channel: Channel;
  isCurrent: boolean;
}) {
  const styles = useStyles();
  const { hrefFor } = useAddress();
  const { channel, isCurrent } = props;
  const { team } = props;
  const path = pathOf({ kind: "channel", team, channel, tabId: null });
  return (
    <Link
      href={hrefFor(path)}
      aria-current={isCurrent ? "page" : undefined}
      className={mergeClasses(styles.channel, isCurrent && styles.current)}
    >
      {channel.name}
      {channel.membershipType === "private" && (
        <LockClosed16Regular aria-label="private channel" />
      )}
      {channel.membershipType === "shared" && (
        <People16Regular aria-label="shared channel" />
      )}
    </Link>
  );
}
