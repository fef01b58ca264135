import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Message } from "../api/message-shapes.ts";
import { readerOfThisBrowser } from "../outlook/when.ts";
import { messageTime } from "./message-time.ts";
import { useAuthor } from "./use-author.ts";
import { useStayAtNewest } from "./use-stay-at-newest.ts";

const useStyles = makeStyles({
  scroller: { position: "relative", minHeight: 0, overflowY: "auto" },
  list: {
    boxSizing: "border-box",
    maxWidth: "880px",
    minHeight: "100%",
    margin: "0 auto",
    padding: tokens.spacingHorizontalL,
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    alignContent: "end",
    gap: tokens.spacingVerticalL,
    listStyleType: "none",
    "@media (max-width: 640px)": { padding: tokens.spacingHorizontalS },
  },
  unseen: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
  },
});

/** A scrolling list of messages or threads, each in an `<li>` of the caller's. */
export function ConversationList(props: {
  label: string;
  newest: Message;
  children: ReactNode;
}) {
  const styles = useStyles();
  const { scroller, content } = useStayAtNewest<
    HTMLDivElement,
    HTMLOListElement
  >();
  const author = useAuthor(props.newest);
  const time = messageTime(
    props.newest.postedAt,
    new Date(),
    readerOfThisBrowser(),
  );
  return (
    <div ref={scroller} className={styles.scroller}>
      <ol ref={content} aria-label={props.label} className={styles.list}>
        {props.children}
      </ol>
      {/* Only its changes are read out: that something new has come. */}
      <div role="status" className={styles.unseen}>
        Newest message: {author.name}, {time}
      </div>
    </div>
  );
}
