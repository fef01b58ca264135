import {
  adaptiveCard,
  headingOverTitle,
  nearby,
  openUrl,
  ownText,
  type AdaptiveCard,
} from "./adaptive-card.ts";
import { whenText } from "./when-text.ts";
import { type CardLinks, type EventCardFacts } from "./event-card.ts";
import { tallyElements } from "./tally.ts";
import { literally, shortened, typedText } from "./typed-text.ts";

/** An event's tally as an answer in a channel: it stays as it is, so nothing can be pressed on it. */
export function tallyCard(
  facts: EventCardFacts,
  links: CardLinks,
): AdaptiveCard {
  const title = shortened(facts.title, 200);
  return adaptiveCard({
    fallbackText: `The answers to ${literally(title)}`,
    body: [
      headingOverTitle("The answers so far"),
      nearby(typedText(title, { size: "Large", weight: "Bolder" })),
      nearby(ownText(whenText(facts))),
      ...tallyElements(facts.tally),
    ],
    actions: links.details === null ? [] : [openUrl("Details", links.details)],
  });
}
