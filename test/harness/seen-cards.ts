import type { Simulator } from "../../simulator/start-simulator.ts";
import { parseCard } from "./parse-card.ts";

/** Every Adaptive Card that the bot sent or answered with, as far as the simulator still lists it. */
function seenCards(simulator: Simulator): unknown[] {
  return simulator
    .exchanges()
    .filter(({ service }) => service === "connector" || service === "bot")
    .flatMap(({ service, requestBody, responseBody }) =>
      cardsWithin(service === "bot" ? responseBody : requestBody),
    );
}

function cardsWithin(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return "type" in value && value.type === "AdaptiveCard"
    ? [value]
    : Object.values(value).flatMap(cardsWithin);
}

/** What the official parser finds fault with in the cards that were seen, and how many there were. */
export function judgeSeenCards(simulator: Simulator): {
  cards: number;
  warnings: string[];
} {
  const cards = seenCards(simulator);
  return {
    cards: cards.length,
    warnings: cards.flatMap((card) => parseCard(card).warnings),
  };
}
