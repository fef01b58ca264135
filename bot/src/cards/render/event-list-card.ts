import type { EventSummary } from "../../../contract/event-list.ts";
import {
  adaptiveCard,
  execute,
  heading,
  nearby,
  openUrl,
  ownText,
  type AdaptiveCard,
  type CardElement,
} from "./adaptive-card.ts";
import { whenText } from "./when-text.ts";
import { namesOf } from "./group-names.ts";
import { tallyText } from "./tally.ts";
import { shortened, typedText } from "./typed-text.ts";

/** Most events on one card. */
export const maxListedEvents = 6;

const answers = {
  accepted: "You are going.",
  tentative: "You may go.",
  declined: "You can’t go.",
  none: "You have not answered.",
} as const;

/**
 * A few events, each with its time and either its tally or the reader's own answer.
 *
 * @param show `answers` for the reader alone; `tallies` where others read along
 * @param canOpen whether a button opens each event's card in place; in channels it would answer for all
 */
export function eventListCard(given: {
  title: string;
  events: readonly EventSummary[];
  /** Said when there are none. */
  none: string;
  show: "answers" | "tallies";
  canOpen: boolean;
  allEvents: string | null;
}): AdaptiveCard {
  const { events, title } = given;
  const shown = events.slice(0, maxListedEvents);
  return adaptiveCard({
    fallbackText: `${title}: ${events.length}`,
    body: [
      heading(title),
      ...(shown.length === 0 ? [ownText(given.none)] : []),
      ...shown.map((event) => entry(event, given)),
      events.length > shown.length
        ? ownText("There are more in the Events tab.", { isSubtle: true })
        : null,
    ],
    actions:
      given.allEvents === null ? [] : [openUrl("All events", given.allEvents)],
  });
}

function entry(
  event: EventSummary,
  given: {
    show: "answers" | "tallies";
    canOpen: boolean;
  },
): CardElement {
  const when = whenText({
    startsAt: new Date(event.startsAt),
    endsAt: new Date(event.endsAt),
    isAllDay: event.isAllDay,
    timeZone: event.timeZone,
  });
  return {
    type: "Container",
    separator: true,
    spacing: "Medium",
    items: [
      typedText(shortened(event.title, 100), { weight: "Bolder" }),
      ownText(when, { spacing: "Small" }),
      nearby(
        typedText(
          namesOf([event.groupName, ...event.coHosts.map(({ name }) => name)]),
          { label: "By" },
        ),
      ),
      given.show === "tallies" || event.myAnswer === null
        ? tallyText(event.tally)
        : ownText(answers[event.myAnswer], { spacing: "Small" }),
      ...(given.canOpen
        ? [
            {
              type: "ActionSet",
              actions: [
                execute(
                  "Show and answer",
                  { verb: "event.refresh", eventId: event.id },
                  { tooltip: `Show and answer ${shortened(event.title, 60)}` },
                ),
              ],
            },
          ]
        : []),
    ],
  };
}
