import { Spinner, Text, mergeClasses } from "@fluentui/react-components";
import { useEffect, useMemo, useRef } from "react";
import type { Card } from "../api/message-shapes.ts";
import { useAddress } from "../shell/use-address.ts";
import type { CardAction } from "./card-action.ts";
import { CardWarnings } from "./CardWarnings.tsx";
import { drawCard, setBusy } from "./draw-card.ts";
import { readCard } from "./read-card.ts";
import { useCardStyles } from "./use-card-styles.ts";

/** An Adaptive Card in the look that Teams has in the page's theme. */
export function CardView(props: {
  card: Card;
  isBusy: boolean;
  onAction: (action: CardAction) => void;
}) {
  const { card, isBusy, onAction } = props;
  const styles = useCardStyles();
  const { theme } = useAddress();
  const place = useRef<HTMLDivElement>(null);
  // The same card read anew is no other card: it keeps what was entered into it.
  const source = JSON.stringify(card);
  const read = useMemo(
    () => readCard(JSON.parse(source) as Card, theme),
    [source, theme],
  );

  const current = useRef({ isBusy, onAction });
  useEffect(() => {
    current.current = { isBusy, onAction };
  });

  useEffect(() => {
    if (!place.current || !read.card) return;
    drawCard({
      card: read.card,
      place: place.current,
      onAction: (action) => {
        if (!current.current.isBusy) current.current.onAction(action);
      },
    });
  }, [read]);

  useEffect(() => {
    if (place.current) setBusy(place.current, isBusy);
  }, [read, isBusy]);

  return (
    <div>
      <div className={mergeClasses(styles.card, isFull(card) && styles.full)}>
        {read.card ? (
          <div ref={place} />
        ) : (
          <div className={styles.instead}>
            <Text>{read.insteadText}</Text>
          </div>
        )}
        {isBusy && (
          <div className={styles.veil}>
            <Spinner size="extra-tiny" aria-label="Sending" />
          </div>
        )}
      </div>
      <CardWarnings warnings={read.warnings} />
    </div>
  );
}

/** Teams: Format cards in Teams, full width Adaptive Card. */
function isFull(card: Card): boolean {
  const teams = card["msteams"];
  return (
    typeof teams === "object" &&
    teams !== null &&
    "width" in teams &&
    String(teams.width).toLowerCase() === "full"
  );
}
