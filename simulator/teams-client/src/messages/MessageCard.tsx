import { Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import type { Card, Message } from "../api/message-shapes.ts";
import { CardView } from "../cards/CardView.tsx";
import type { ConversationPlace } from "./conversation-place.ts";
import { useAutomaticRefresh } from "./use-automatic-refresh.ts";
import { useCardWork } from "./use-card-work.ts";

const useStyles = makeStyles({
  note: { marginTop: tokens.spacingVerticalXS },
  failed: { color: tokens.colorStatusDangerForeground1 },
});

type MessageCardProps = { place: ConversationPlace; message: Message };

/** The first card of a message: the one that answers and refreshes replace for one person. */
export function FirstCard(props: MessageCardProps & { card: Card }) {
  const { place, message } = props;
  const element = useRef<HTMLDivElement>(null);
  useAutomaticRefresh(place, message, element);
  return (
    <div ref={element}>
      <MessageCard {...props} personalCard={message.view} />
    </div>
  );
}

/** A card with what it does, and what came of it in a line below. */
export function MessageCard(
  props: MessageCardProps & { card: Card; personalCard: Card | null },
) {
  const styles = useStyles();
  const { place, message, card, personalCard } = props;
  const work = useCardWork(place, message);
  return (
    <>
      <CardView
        card={personalCard ?? work.answeredCard ?? card}
        isBusy={work.isBusy}
        onAction={work.onAction}
      />
      <div role="status">
        {work.told !== undefined && (
          <Caption1 block className={styles.note}>
            {work.told}
          </Caption1>
        )}
      </div>
      {work.failed !== undefined && (
        <div role="alert" className={styles.note}>
          <Caption1 className={styles.failed}>{work.failed}</Caption1>
        </div>
      )}
    </>
  );
}
