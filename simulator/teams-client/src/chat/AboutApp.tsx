import {
  Subtitle1,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useWorld } from "../api/world.tsx";

const useStyles = makeStyles({
  about: {
    maxWidth: "60ch",
    padding: tokens.spacingHorizontalXXL,
    display: "grid",
    alignContent: "start",
    gap: tokens.spacingVerticalM,
    overflowWrap: "anywhere",
  },
  heading: { margin: 0 },
});

/** What Teams knows of an app from its manifest. */
export function AboutApp() {
  const styles = useStyles();
  const { app } = useWorld();
  return (
    <div className={styles.about}>
      <Subtitle1 as="h2" className={styles.heading}>
        About {app.name}
      </Subtitle1>
      <Text>
        {app.name} has a tab and a bot. Add it to a team, and its cards come
        into the channels of that team; in the chat it answers you alone.
      </Text>
      <Text>App id: {app.appId}</Text>
      <Text>Bot id: {app.botId}</Text>
    </div>
  );
}
