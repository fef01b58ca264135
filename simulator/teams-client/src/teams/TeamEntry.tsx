import {
  Avatar,
  Badge,
  Body1Strong,
  Caption1,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { Person, Team } from "../api/shapes.ts";
import { useWork } from "../api/use-work.ts";
import { ChannelLink } from "./ChannelLink.tsx";
import { ChannelMenu } from "./ChannelMenu.tsx";
import { TeamApp } from "./TeamApp.tsx";
import { TeamMenu } from "./TeamMenu.tsx";

const useStyles = makeStyles({
  name: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  },
  names: { flexGrow: 1, minWidth: 0 },
  muted: { color: tokens.colorNeutralForeground3 },
  channels: { listStyleType: "none", margin: 0, padding: 0 },
  channel: { display: "flex", alignItems: "center" },
  error: { color: tokens.colorStatusDangerForeground1 },
});

/** A team in the list, with its channels, its app and what its owners can do. */
export function TeamEntry(props: {
  team: Team;
  person: Person;
  currentId: string | undefined;
}) {
  const styles = useStyles();
  const { team, person, currentId } = props;
  const { error, run } = useWork();
  const isOwner = team.ownerIds.includes(person.id);
  const isMember = isOwner || team.memberIds.includes(person.id);
  const onWork = (work: Promise<unknown>) => void run(work);
  return (
    <>
      <div className={styles.name}>
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
        {team.isArchived && (
          <Badge appearance="tint" color="informative">
            Archived
          </Badge>
        )}
        {isOwner && <TeamMenu team={team} person={person} onWork={onWork} />}
      </div>
      {error !== "" && (
        <Caption1 role="alert" className={styles.error}>
          {error}
        </Caption1>
      )}
      <ul className={styles.channels} aria-label={`Channels of ${team.name}`}>
        {team.channels.map((channel) => (
          <li key={channel.id} className={styles.channel}>
            <ChannelLink
              team={team}
              channel={channel}
              isCurrent={channel.id === currentId}
            />
            {isOwner && (
              <ChannelMenu
                team={team}
                channel={channel}
                person={person}
                onWork={onWork}
              />
            )}
          </li>
        ))}
      </ul>
      {isMember && <TeamApp team={team} person={person} />}
    </>
  );
}

/** Owners are members, whether or not they are listed as such too. */
function membersOf(team: Team): number {
  return new Set([...team.ownerIds, ...team.memberIds]).size;
}
