import {
  Subtitle1,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { ChatMultiple48Regular } from "@fluentui/react-icons";
import type { Team } from "../api/shapes.ts";
import { useWorld } from "../api/world.tsx";

const useStyles = makeStyles({
  empty: {
    display: "grid",
    placeContent: "center",
    justifyItems: "center",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalXXL,
    textAlign: "center",
  },
  icon: { color: tokens.colorNeutralForeground4 },
});

export function Posts({ team }: { team: Team }) {
  const styles = useStyles();
  const { app } = useWorld();
  return (
    <div className={styles.empty}>
      <ChatMultiple48Regular className={styles.icon} aria-hidden />
      <Subtitle1 as="h2">No posts yet</Subtitle1>
      <Text>
        {team.app
          ? `The cards of ${app.name} come here when its bot posts them.`
          : `Once ${app.name} is added to this team, its cards come here.`}
      </Text>
    </div>
  );
}
