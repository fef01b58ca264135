import {
  Subtitle2,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { Person, Team } from "../api/shapes.ts";
import { TeamEntry } from "./TeamEntry.tsx";

const useStyles = makeStyles({
  nav: { padding: tokens.spacingHorizontalM },
  heading: {
    display: "block",
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
  },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  team: { paddingBottom: tokens.spacingVerticalL },
  muted: { color: tokens.colorNeutralForeground3 },
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
            <TeamEntry
              team={team}
              person={props.person}
              currentId={props.currentId}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}
