import {
  Avatar,
  Badge,
  Body1Strong,
  Caption1,
  Subtitle2,
  Text,
  makeStyles,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import { LockClosed16Regular, People16Regular } from "@fluentui/react-icons";
import { Link } from "wouter";
import type { Channel, Person, Team } from "../api/shapes.ts";
import { pathOf } from "../app-host/open-page.ts";
import { useAddress } from "../shell/use-address.ts";
import { TeamApp } from "./TeamApp.tsx";

const useStyles = makeStyles({
  nav: { padding: tokens.spacingHorizontalM },
  heading: {
    display: "block",
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
  },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  team: { paddingBottom: tokens.spacingVerticalL },
  teamName: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  },
  names: { flexGrow: 1, minWidth: 0 },
  muted: { color: tokens.colorNeutralForeground3 },
  channel: {
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

export function TeamList(props: {
  teams: readonly Team[];
  person: Person;
  currentId: string | undefined;
}) {
  const styles = useStyles();
  return (
    <nav aria-label="Teams and channels" className={styles.nav}>
      <Subtitle2 as="h2" className={styles.heading}>
        {props.person.displayName}&rsquo;s teams
      </Subtitle2>
      {props.teams.length === 0 && (
        <Text className={styles.muted}>
          {props.person.displayName} is in no team.
        </Text>
      )}
      <ul className={styles.list}>
        {props.teams.map((team) => (
          <li key={team.id} className={styles.team}>
            <div className={styles.teamName}>
              <Avatar
                shape="square"
                size={32}
                color="colorful"
                name={team.name}
                aria-hidden
              />
              <div className={styles.names}>
                <Body1Strong as="h3" block style={{ margin: 0 }}>
                  {team.name}
                </Body1Strong>
                <Caption1 className={styles.muted}>
                  {String(membersOf(team))} members
                </Caption1>
              </div>
              {team.confidentialHint && (
                <Badge appearance="tint" color="informative">
                  Confidential
                </Badge>
              )}
            </div>
            <ul className={styles.list} aria-label={`Channels of ${team.name}`}>
              {team.channels.map((channel) => (
                <li key={channel.id}>
                  <ChannelLink
                    team={team}
                    channel={channel}
                    isCurrent={channel.id === props.currentId}
                  />
                </li>
              ))}
            </ul>
            <TeamApp team={team} person={props.person} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function ChannelLink(props: {
  team: Team;
  channel: Channel;
  isCurrent: boolean;
}) {
  const styles = useStyles();
  const { hrefFor, query } = useAddress();
  const { channel, isCurrent } = props;
  const path = pathOf({ kind: "channel", team: props.team, channel });
  return (
    <Link
      href={hrefFor(path, { tab: query.get("tab") })}
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

/** Owners are members, whether or not they are listed as such too. */
function membersOf(team: Team): number {
  return new Set([...team.ownerIds, ...team.memberIds]).size;
}
