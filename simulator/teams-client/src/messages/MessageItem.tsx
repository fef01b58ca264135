import {
  Caption1,
  makeStyles,
  mergeClasses,
  tokens,
  useId,
} from "@fluentui/react-components";
import { useState } from "react";
import { sentenceOf } from "../api/call.ts";
import type { Message } from "../api/message-shapes.ts";
import { AuthorAvatar } from "./AuthorAvatar.tsx";
import type { ConversationPlace } from "./conversation-place.ts";
import { MessageBody } from "./MessageBody.tsx";
import { MessageHead } from "./MessageHead.tsx";
import { MessageMenu } from "./MessageMenu.tsx";
import { useAuthor } from "./use-author.ts";

const useStyles = makeStyles({
  message: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalM,
    alignItems: "start",
    // A narrow page gives the card all the room there is.
    "@media (max-width: 640px)": { columnGap: tokens.spacingHorizontalS },
  },
  content: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalXS,
  },
  /** In a chat, one's own messages stand at the other side. */
  own: {
    justifySelf: "end",
    maxWidth: "80%",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  },
  error: { color: tokens.colorStatusDangerForeground1 },
});

/** One message with its author, its time and what it says. */
export function MessageItem(props: {
  place: ConversationPlace;
  message: Message;
  isReply?: boolean;
}) {
  const styles = useStyles();
  const headId = useId("message");
  const { place, message, isReply = false } = props;
  const author = useAuthor(message);
  const [error, setError] = useState("");
  const isOwn =
    message.from.kind === "person" && message.from.personId === place.person.id;
  const content = (
    <>
      <MessageHead id={headId} message={message} />
      <MessageBody place={place} message={message} />
    </>
  );
  if (isOwn && place.kind === "personal")
    return (
      <article
        aria-labelledby={headId}
        className={mergeClasses(styles.content, styles.own)}
      >
        {content}
      </article>
    );
  return (
    <article aria-labelledby={headId} className={styles.message}>
      <AuthorAvatar author={author} size={isReply ? 24 : 32} />
      <div className={styles.content}>
        {content}
        {error !== "" && (
          <Caption1 role="alert" className={styles.error}>
            {error}
          </Caption1>
        )}
      </div>
      <MessageMenu
        place={place}
        message={message}
        authorName={author.name}
        onFailed={(failure) => setError(sentenceOf(failure))}
      />
    </article>
  );
}
