import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Person } from "../api/shapes.ts";
import { useWorld } from "../api/world.tsx";
import { AsPerson } from "../shell/AsPerson.tsx";
import { ChannelPage } from "./ChannelPage.tsx";
import { NoChannel } from "./NoChannel.tsx";
import { TeamList } from "./TeamList.tsx";
import { teamsSeenBy } from "./teams-seen.ts";

const useStyles = makeStyles({
  page: {
    display: "grid",
    gridTemplateColumns: "minmax(240px, 320px) minmax(0, 1fr)",
    height: "100%",
    "@media (max-width: 640px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  list: {
    minHeight: 0,
    overflowY: "auto",
    borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  channel: { minHeight: 0, minWidth: 0 },
  notOnPhone: { "@media (max-width: 640px)": { display: "none" } },
});

/** The person's teams with their channels; on a phone the list gives way to the channel. */
export function TeamsPage(props: {
  teamId: string | undefined;
  channelId: string | undefined;
}) {
  return (
    <AsPerson>{(person) => <Teams {...props} person={person} />}</AsPerson>
  );
}

function Teams(props: {
  teamId: string | undefined;
  channelId: string | undefined;
  person: Person;
}) {
  const styles = useStyles();
  const world = useWorld();
  const { person } = props;
  const teams = teamsSeenBy(person, world.teams);
  const team = teams.find(({ id }) => id === decoded(props.teamId));
  const channel = team?.channels.find(
    ({ id }) => id === decoded(props.channelId),
  );
  return (
    <div className={styles.page}>
      <div className={mergeClasses(styles.list, channel && styles.notOnPhone)}>
        <TeamList teams={teams} person={person} currentId={channel?.id} />
      </div>
      <div
        className={mergeClasses(styles.channel, !channel && styles.notOnPhone)}
      >
        {team && channel ? (
          <ChannelPage team={team} channel={channel} person={person} />
        ) : (
          <NoChannel person={person} asked={props.teamId !== undefined} />
        )}
      </div>
    </div>
  );
}

/** The router decodes paths partly; an id is legal either way. */
function decoded(id: string | undefined): string | undefined {
  return id === undefined ? undefined : decodeURIComponent(id);
}
