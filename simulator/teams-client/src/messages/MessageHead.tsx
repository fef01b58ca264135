import { Caption1, Text, makeStyles, tokens } from "@fluentui/react-components";
import type { Message } from "../api/message-shapes.ts";
import { readerOfThisBrowser } from "../outlook/when.ts";
import { messageTime } from "./message-time.ts";
import { useAuthor } from "./use-author.ts";

const useStyles = makeStyles({
  head: {
    display: "flex",
    alignItems: "baseline",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalS,
  },
  muted: { color: tokens.colorNeutralForeground3 },
});

/** Who wrote a message and when. */
export function MessageHead(props: { id: string; message: Message }) {
  const styles = useStyles();
  const { id, message } = props;
  const author = useAuthor(message);
  const time = messageTime(message.postedAt, new Date(), readerOfThisBrowser());
  return (
    <div id={id} className={styles.head}>
      <Text weight="semibold">{author.name}</Text>
      <Caption1 className={styles.muted}>
        <time dateTime={message.postedAt}>{time}</time>
      </Caption1>
      {message.updatedAt !== null && !message.isDeleted && (
        <Caption1 className={styles.muted}>Edited</Caption1>
      )}
    </div>
  );
}
