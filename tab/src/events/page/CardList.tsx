import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { EventCard } from "../../../../bot/contract/event-cards.ts";
import type { EventDetail } from "../../../../bot/contract/events.ts";
import { useApi } from "../../api-client/api.ts";
import { asApiError } from "../../api-client/api-error.ts";
import { repostCard } from "../event-requests.ts";
import { NextTry } from "./NextTry.tsx";
import { cardChannel, cardSentence } from "./card-words.ts";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    listStyleType: "none",
    margin: 0,
    padding: 0,
  },
  card: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalM,
  },
  words: { flex: "1 1 220px", minWidth: 0, overflowWrap: "anywhere" },
  state: { color: tokens.colorNeutralForeground2 },
  refusal: { color: tokens.colorPaletteRedForeground1 },
});

/** Where the event's cards stand, for leads; with a way to post again those that are gone. */
export function CardList(props: {
  event: EventDetail;
  cards: EventCard[];
  onChanged: (event: EventDetail) => void;
}) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {props.cards.map((card) => (
        <li key={card.channelId} className={styles.card}>
          <CardLine {...props} card={card} />
        </li>
      ))}
    </ul>
  );
}

function CardLine(props: {
  event: EventDetail;
  card: EventCard;
  onChanged: (event: EventDetail) => void;
}) {
  const styles = useStyles();
  const { event, card } = props;
  const { refusal, posting, post } = useRepost(props);
  return (
    <>
      <div className={styles.words}>
        <Text block weight="semibold" dir="auto">
          {cardChannel(card)}
        </Text>
        <Text block className={styles.state} aria-live="polite">
          {cardSentence(card)}
        </Text>
        {card.state === "waiting" &&
          card.nextTryAt !== null &&
          card.nextTryInMs !== null && (
            <NextTry at={card.nextTryAt} inMs={card.nextTryInMs} />
          )}
        {refusal !== null && (
          <Text block role="alert" className={styles.refusal}>
            {refusal}
          </Text>
        )}
      </div>
      {/* Nothing is posted any more for an event that is over, which is also when it cannot be edited. */}
      {card.canRepost && event.permissions.edit && (
        <Button
          size="small"
          aria-label={`Post again in ${cardChannel(card)}`}
          disabledFocusable={posting}
          onClick={post}
        >
          Post again
        </Button>
      )}
    </>
  );
}

function useRepost(given: {
  event: EventDetail;
  card: EventCard;
  onChanged: (event: EventDetail) => void;
}): { refusal: string | null; posting: boolean; post: () => void } {
  const api = useApi();
  const [posting, setPosting] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function post(): Promise<void> {
    if (posting) return;
    setPosting(true);
    setRefusal(null);
    try {
      const { channelId } = given.card;
      given.onChanged(
        await repostCard(api, { id: given.event.id, body: { channelId } }),
      );
    } catch (error) {
      setRefusal(asApiError(error).message);
    }
    setPosting(false);
  }

  return { refusal, posting, post: () => void post() };
}
