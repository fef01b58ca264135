import {
  adaptiveCard,
  headingOverTitle,
  nearby,
  openUrl,
  ownText,
  type AdaptiveCard,
} from "./adaptive-card.ts";
import { namesOf } from "./group-names.ts";
import { literally, shortened, typedText } from "./typed-text.ts";
import { whenText, type CardTime } from "./when-text.ts";

/** How many people a thank-you speaks of. */
export interface ThankedCount {
  /** Null: it names no number, because so few came that it would say of each whether they did. */
  count: number | null;
  /** There were more: Teams does not list everybody of a very large meeting. */
  isAtLeast: boolean;
}

const longestTitle = 200;

/** What the card says. Pure. */
export function thankYouText({ count, isAtLeast }: ThankedCount): string {
  if (count === null) return "Thank you to everybody who came.";
  if (count === 1) return "Thank you to the one person who came.";
  const people = `${count.toLocaleString("en")} people`;
  return isAtLeast
    ? `Thank you to the more than ${people} who came.`
    : `Thank you to the ${people} who came.`;
}

/** Thanks those who came to an event, in a channel that has its card. Names nobody. Pure. */
export function thankYouCard(given: {
  event: CardTime & { title: string; groupNames: readonly string[] };
  count: ThankedCount;
  /** The event's page in the tab; null when the app's id is not configured. */
  details: string | null;
}): AdaptiveCard {
  const { event, details } = given;
  const title = shortened(event.title, longestTitle);
  const text = thankYouText(given.count);
  return adaptiveCard({
    fallbackText: `${literally(title)}: ${text}`,
    body: [
      headingOverTitle("Thank you"),
      nearby(typedText(title, { size: "Large", weight: "Bolder" })),
      nearby(typedText(namesOf(event.groupNames), { label: "By" })),
      nearby(ownText(whenText(event), { isSubtle: true })),
      ownText(text),
    ],
    actions: details === null ? [] : [openUrl("Details", details)],
  });
}
