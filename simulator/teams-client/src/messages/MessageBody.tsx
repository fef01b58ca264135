import { Text, makeStyles, tokens } from "@fluentui/react-components";
import type { Message } from "../api/message-shapes.ts";
import type { ConversationPlace } from "./conversation-place.ts";
import { FirstCard, MessageCard } from "./MessageCard.tsx";
import { BotText, PersonText } from "./MessageText.tsx";

const useStyles = makeStyles({
  body: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
  },
  deleted: {
    color: tokens.colorNeutralForeground3,
    fontStyle: "italic",
  },
});

/** The text and the cards of a message, or that it is no more. */
export function MessageBody(props: {
  place: ConversationPlace;
  message: Message;
}) {
  const styles = useStyles();
  const { place, message } = props;
  if (message.isDeleted)
    return <Text className={styles.deleted}>This message was deleted.</Text>;
  const [first, ...more] = message.cards;
  const isBot = message.from.kind === "bot";
  return (
    <div className={styles.body}>
      {message.text !== "" &&
        (isBot ? (
          <BotText text={message.text} />
        ) : (
          <PersonText text={message.text} />
        ))}
      {first && <FirstCard place={place} message={message} card={first} />}
      {more.map((card, index) => (
        <div key={index}>
          <MessageCard
            place={place}
            message={message}
            card={card}
            personalCard={null}
          />
        </div>
      ))}
    </div>
  );
}
