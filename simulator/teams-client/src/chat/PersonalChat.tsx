import { makeStyles, tokens } from "@fluentui/react-components";
import { personalConversation } from "../api/conversations.ts";
import type { Message } from "../api/message-shapes.ts";
import type { Person } from "../api/shapes.ts";
import { useWorld } from "../api/world.tsx";
import { useOpenPage } from "../app-host/open-page.ts";
import { Compose } from "../messages/Compose.tsx";
import type { ConversationPlace } from "../messages/conversation-place.ts";
import { ConversationList } from "../messages/ConversationList.tsx";
import { MessageItem } from "../messages/MessageItem.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { Failed, Loading } from "../shell/LoadingState.tsx";
import { ChatNotOpen, NoMessages } from "./ChatStates.tsx";

const useStyles = makeStyles({
  page: {
    height: "100%",
    minHeight: 0,
    display: "grid",
    gridTemplateRows: "minmax(0, 1fr) auto",
  },
  item: { display: "grid" },
  compose: {
    boxSizing: "border-box",
    width: "100%",
    maxWidth: "880px",
    margin: "0 auto",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    display: "grid",
    gap: tokens.spacingVerticalS,
    "@media (max-width: 640px)": { padding: tokens.spacingHorizontalS },
  },
});

/** Somebody's chat with the bot. It begins when the app is added for oneself, or when the bot writes first. */
export function PersonalChat({ person }: { person: Person }) {
  const styles = useStyles();
  const { app } = useWorld();
  const { openLink } = useOpenPage({ kind: "personal" });
  const id = personalConversation(person.id);
  const { loaded, reload } = useMessages(id, person.id);
  const place: ConversationPlace = {
    id,
    person,
    kind: "personal",
    isReadOnly: false,
    mayDelete: false,
    openLink,
    reload,
  };
  if (loaded.status === "loading") return <Loading label="Reading the chat" />;
  if (loaded.status === "failed")
    return <Failed message={loaded.message} onRetry={reload} />;
  const isClosed = person.hasApp === false || person.blocksBot === true;
  return (
    <div className={styles.page}>
      <ChatMessages place={place} messages={loaded.value} />
      <div className={styles.compose}>
        {isClosed ? (
          <ChatNotOpen person={person} />
        ) : (
          <Compose
            place={place}
            label={`Message to ${app.name}`}
            placeholder="Type a message"
            replyToId={null}
          />
        )}
      </div>
    </div>
  );
}

function ChatMessages(props: {
  place: ConversationPlace;
  messages: readonly Message[];
}) {
  const styles = useStyles();
  const { app } = useWorld();
  const newest = props.messages.at(-1);
  if (!newest) return <NoMessages />;
  return (
    <ConversationList label={`Chat with ${app.name}`} newest={newest}>
      {props.messages.map((message) => (
        <li key={message.id} className={styles.item}>
          <MessageItem place={props.place} message={message} />
        </li>
      ))}
    </ConversationList>
  );
}
