/** What Microsoft takes, in milliseconds. */
export interface Platform {
  /** From an answer in Outlook until Graph's report of it arrives. */
  notificationMs: number;
  /** One read of the event, which shows what was answered until its end. */
  graphMs: number;
  /** One update of a card. */
  connectorMs: number;
}

/** What the product keeps to, in milliseconds: docs/operations.md. */
export interface Paces {
  /** Between the beginnings of two reads of one event. */
  readGapMs: number;
  /** Between two messages in one channel. */
  cardGapMs: number;
}

/**
 * When answers would be shown by a product that loses no time at all: it reads an event in the moment in
 * which a report arrives, or its pace allows it, and updates the card in the moment in which it knows
 * something new, or the channel's pace allows it.
 *
 * @param answeredAt when each was given, in order
 * @returns when each is in the tab and on the card
 */
export function idealFreshness(
  answeredAt: readonly number[],
  { notificationMs, graphMs, connectorMs }: Platform,
  { readGapMs, cardGapMs }: Paces,
): { tabAt: number[]; cardAt: number[] } {
  const tabAt: number[] = [];
  const reports = answeredAt.map((at) => at + notificationMs);
  for (const begunAt of pacedTurns(reports, readGapMs)) {
    const readAt = begunAt + graphMs;
    while (
      tabAt.length < answeredAt.length &&
      (answeredAt[tabAt.length] ?? 0) <= readAt
    )
      tabAt.push(readAt);
  }
  const cardAt: number[] = [];
  for (const begunAt of pacedTurns(tabAt, cardGapMs))
    while (
      cardAt.length < tabAt.length &&
      (tabAt[cardAt.length] ?? 0) <= begunAt
    )
      cardAt.push(begunAt + connectorMs);
  return { tabAt, cardAt };
}

/** When work begins that is asked for at these times; what is asked for while a turn is awaited shares it. */
function pacedTurns(askedAt: readonly number[], gapMs: number): number[] {
  const turns: number[] = [];
  for (const asked of askedAt) {
    const last = turns.at(-1);
    if (last === undefined) turns.push(asked);
    else if (asked > last) turns.push(Math.max(asked, last + gapMs));
  }
  return turns;
}
