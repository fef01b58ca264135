import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowReply16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import { Compose } from "./Compose.tsx";
import type { ConversationPlace } from "./conversation-place.ts";
import { MessageItem } from "./MessageItem.tsx";
import type { Thread } from "./threads.ts";
import { useAuthor } from "./use-author.ts";

const useStyles = makeStyles({
  thread: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    "@media (max-width: 640px)": { padding: tokens.spacingHorizontalS },
  },
  replies: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    paddingInlineStart: tokens.spacingHorizontalXXXL,
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalM,
    "@media (max-width: 640px)": {
      paddingInlineStart: tokens.spacingHorizontalL,
    },
  },
  reply: { justifySelf: "start" },
});

/** A post of a channel with its replies. */
export function MessageThread(props: {
  place: ConversationPlace;
  thread: Thread;
}) {
  const styles = useStyles();
  const { place, thread } = props;
  const { first, replies } = thread;
  const author = useAuthor(first);
  const [isReplying, setIsReplying] = useState(false);
  return (
    <div className={styles.thread}>
      <MessageItem place={place} message={first} />
      {replies.length > 0 && (
        <ol className={styles.replies} aria-label={`Replies to ${author.name}`}>
          {replies.map((reply) => (
            <li key={reply.id}>
              <MessageItem place={place} message={reply} isReply />
            </li>
          ))}
        </ol>
      )}
      {!place.isReadOnly &&
        (isReplying ? (
          <Compose
            place={place}
            label={`Reply to ${author.name}`}
            placeholder="Reply"
            replyToId={first.id}
            onSent={() => setIsReplying(false)}
          />
        ) : (
          <Button
            className={styles.reply}
            appearance="subtle"
            size="small"
            icon={<ArrowReply16Regular />}
            onClick={() => setIsReplying(true)}
          >
            Reply
          </Button>
        ))}
    </div>
  );
}
