import {
  Button,
  Caption1,
  Subtitle1,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { ChatMultiple48Regular } from "@fluentui/react-icons";
import { administration } from "../api/administration.ts";
import type { Person } from "../api/shapes.ts";
import { useWork } from "../api/use-work.ts";
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
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "center",
    gap: tokens.spacingHorizontalM,
  },
  error: { color: tokens.colorStatusDangerForeground1 },
});

export function NoMessages() {
  const styles = useStyles();
  const { app } = useWorld();
  return (
    <div className={styles.empty}>
      <ChatMultiple48Regular className={styles.icon} aria-hidden />
      <Subtitle1 as="h2">No messages yet</Subtitle1>
      <Text>Say something to {app.name}, and it answers here.</Text>
    </div>
  );
}

/** Why nothing can be written here, and the way to change that. */
export function ChatNotOpen({ person }: { person: Person }) {
  const styles = useStyles();
  const { app } = useWorld();
  const { isBusy, error, run } = useWork();
  const isBlocked = person.blocksBot === true;
  const open = () =>
    void run(
      isBlocked
        ? administration.blockBot(person.id, false)
        : administration.installPersonally(person.id),
    );
  return (
    <>
      <div className={styles.row}>
        <Text>
          {isBlocked
            ? `You have blocked ${app.name}: it cannot write to you.`
            : `Add ${app.name} for yourself to chat with it.`}
        </Text>
        <Button appearance="primary" disabled={isBusy} onClick={open}>
          {isBlocked ? "Unblock" : "Add"}
        </Button>
      </div>
      {error !== "" && (
        <Caption1 role="alert" className={styles.error}>
          {error}
        </Caption1>
      )}
    </>
  );
}
