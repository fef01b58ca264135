import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { conversations } from "../api/conversations.ts";
import { useWorld } from "../api/world.tsx";
import type { ConversationPlace } from "../messages/conversation-place.ts";

const useStyles = makeStyles({
  commands: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    listStyleType: "none",
    margin: 0,
    padding: 0,
  },
});

/** The manifest's commands, as Teams suggests them over the box one writes in (Teams: Bot command menus). */
export function BotSuggestions({ place }: { place: ConversationPlace }) {
  const styles = useStyles();
  const { app } = useWorld();
  const commands = app.commands ?? [];
  if (commands.length === 0) return null;
  const say = (text: string) =>
    void conversations
      .say(
        { conversationId: place.id, personId: place.person.id },
        { text, mentionsBot: true, replyToId: null },
      )
      .finally(place.reload);
  return (
    <ul className={styles.commands} aria-label={`What ${app.name} can do`}>
      {commands.map(({ title, description }) => (
        <li key={title}>
          <Button
            size="small"
            shape="circular"
            title={description}
            onClick={() => say(title)}
          >
            {title}
          </Button>
        </li>
      ))}
    </ul>
  );
}
