import {
  Subtitle1,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { ChatMultiple48Regular } from "@fluentui/react-icons";
import type { Channel } from "../api/shapes.ts";
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

export function NoPosts(props: { channel: Channel; hasApp: boolean }) {
  const styles = useStyles();
  const { app } = useWorld();
  const where =
    props.channel.membershipType === "standard" ? "team" : "channel";
  return (
    <div className={styles.empty}>
      <ChatMultiple48Regular className={styles.icon} aria-hidden />
      <Subtitle1 as="h2">No posts yet</Subtitle1>
      <Text>
        {props.hasApp
          ? `The cards of ${app.name} come here when its bot posts them.`
          : `Once ${app.name} is added to this ${where}, its cards come here.`}
      </Text>
    </div>
  );
}
