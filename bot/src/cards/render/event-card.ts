import type { Answer, GivenAnswer } from "../../../contract/answer.ts";
import type { ShownTally } from "../../../contract/guarded-tally.ts";
import type { RichText } from "../../../contract/description/rich-text.ts";
import { notAnswered } from "../../responses/guard-tally.ts";
import {
  adaptiveCard,
  execute,
  headingOverTitle,
  nearby,
  openUrl,
  ownText,
  type AdaptiveCard,
  type CardAction,
  type CardElement,
} from "./adaptive-card.ts";
import { descriptionElements } from "./description-elements.ts";
import { namesOf } from "./group-names.ts";
import { tallyElements } from "./tally.ts";
import { inUtc, whenText, type CardTime } from "./when-text.ts";
import { literally, shortened, typedText } from "./typed-text.ts";

/** What the card of an event shows to everybody; names nobody. */
export interface EventCardFacts extends CardTime {
  eventId: string;
  /** Those that host it, its own first. */
  groupNames: readonly string[];
  title: string;
  description: RichText;
  location: string;
  isOnline: boolean;
  joinUrl: string | null;
  cancelled: boolean;
  cancelMessage: string | null;
  /** Counts the event's start and end times: 1 until it is first moved. */
  scheduleVersion: number;
  /** When it was last moved; null: never, or not known. */
  movedAt: Date | null;
  open: boolean;
  /** As everybody may know it. */
  tally: ShownTally;
  /** Changes with anybody's answer: the tally may stay the same while two readers' own copies do not. */
  answersMark: string;
  /** People for whom Teams fetches their own copy; at most {@link maxRefreshedUsers}. */
  refreshFor: readonly string[];
}

/** What one reader's copy adds. */
export interface CardReader {
  /** Null: not invited. */
  answer: Answer | null;
  /** What they had answered to an earlier time, while they have not answered again. */
  earlierAnswer: GivenAnswer | null;
  /** True when the answer was given here, so that Outlook does not know of it. */
  unknownToOutlook: boolean;
  /** A sentence about what the reader just did. */
  notice?: string;
}

/** Where links on cards lead. */
export interface CardLinks {
  /** The event's page in the tab; null when the app's id is not configured. */
  details: string | null;
  /** The reader's calendar in Outlook on the event's day. */
  outlook: string;
}

/** Teams: "User specific views": no more user ids than these may be listed. */
export const maxRefreshedUsers = 60;

const longestTitle = 200;
const longestMessage = 500;

/**
 * The card of an event, for everybody (`reader` null) or as one reader's own copy. Times are shown in
 * the reader's zone by Teams itself.
 */
export function eventCard(given: {
  facts: EventCardFacts;
  links: CardLinks;
  now: Date;
  reader: CardReader | null;
}): AdaptiveCard {
  const { facts, links, now, reader } = given;
  const hasEnded = facts.endsAt <= now;
  const isOpen = !facts.cancelled && !hasEnded;
  const title = shortened(facts.title, longestTitle);
  return adaptiveCard({
    fallbackText: `${literally(title)}: open Teams to see and answer it.`,
    refresh: isOpen ? refresh(facts) : null,
    body: [
      headingOverTitle(
        facts.cancelled
          ? "Cancelled event"
          : hasEnded
            ? "This event is over"
            : "Upcoming event",
      ),
      nearby(typedText(title, { size: "Large", weight: "Bolder" })),
      nearby(typedText(namesOf(facts.groupNames), { label: "By" })),
      ownText(whenText(facts), {
        ...(facts.cancelled && { isSubtle: true }),
      }),
      ...places(facts),
      ...(facts.cancelled ? [] : about(facts, links)),
      ...changeNotes(facts, isOpen, reader),
      ...tallyElements(facts.tally),
      ...(isOpen && reader ? readerPart(facts, reader, links) : []),
      reader?.notice === undefined
        ? null
        : ownText(reader.notice, { weight: "Bolder" }),
      isOpen ? answerButtons(facts, reader) : null,
    ],
    actions: linkButtons(facts, links, isOpen),
  });
}

function refresh(facts: EventCardFacts): AdaptiveCard["refresh"] | null {
  if (facts.refreshFor.length === 0) return null;
  const verb = "event.refresh";
  return {
    action: {
      type: "Action.Execute",
      title: "Show my answer",
      verb,
      data: { verb, eventId: facts.eventId, mark: facts.answersMark },
    },
    userIds: facts.refreshFor.slice(0, maxRefreshedUsers),
  };
}

function places(facts: EventCardFacts): CardElement[] {
  const shown: CardElement[] = [];
  if (facts.location !== "")
    shown.push(
      nearby(
        typedText(facts.location, { label: facts.isOnline ? "Or at" : "At" }),
      ),
    );
  if (facts.isOnline)
    shown.unshift(nearby(ownText("Online in Microsoft Teams")));
  return shown;
}

function about(facts: EventCardFacts, links: CardLinks): CardElement[] {
  const elements = descriptionElements(
    facts.description,
    links.details === null ? "…" : "There is more under Details.",
  );
  return elements.map((element, index) =>
    index === 0 ? { ...element, spacing: "Medium" } : element,
  );
}

function changeNotes(
  facts: EventCardFacts,
  isOpen: boolean,
  reader: CardReader | null,
): CardElement[] {
  if (facts.cancelled) {
    const message = facts.cancelMessage?.trim() ?? "";
    return message === ""
      ? []
      : [typedText(shortened(message, longestMessage))];
  }
  if (!isOpen || facts.scheduleVersion === 1 || !waitsForAnswers(facts, reader))
    return [];
  const { movedAt } = facts;
  const on = movedAt === null ? "" : ` on {{DATE(${inUtc(movedAt)}, SHORT)}}`;
  return [
    ownText(`The time has changed${on}. Everybody was asked to answer again.`, {
      weight: "Bolder",
    }),
  ];
}

/** Until somebody has answered again; on the card for all until everybody has of whom that can be known. */
function waitsForAnswers(
  { tally }: EventCardFacts,
  reader: CardReader | null,
): boolean {
  if (reader !== null)
    return reader.answer === "none" || reader.answer === null;
  return notAnswered(tally) > 0 || tally.lists !== undefined;
}

const earlierAnswers: Record<GivenAnswer, string> = {
  accepted: "You had accepted the earlier time. Please answer again.",
  tentative:
    "You had answered “maybe” to the earlier time. Please answer again.",
  declined: "You had declined the earlier time. Please answer again.",
};

const ownAnswers: Record<Answer, string> = {
  accepted: "Your answer: going.",
  tentative: "Your answer: maybe.",
  declined: "Your answer: can’t go.",
  none: "You have not answered yet.",
};

function readerPart(
  facts: EventCardFacts,
  reader: CardReader,
  links: CardLinks,
): CardElement[] {
  if (reader.answer === null)
    return [
      ownText(
        facts.open
          ? "You are not invited yet. Answering adds you, and Outlook sends you the invitation."
          : facts.tally.lists
            ? "You are not invited by name. If you got the invitation by a mailing list, answer it in Outlook."
            : "You are not invited to this event.",
      ),
    ];
  return [
    ownText(ownAnswer(reader.answer, reader.earlierAnswer), {
      weight: "Bolder",
    }),
    ...(reader.unknownToOutlook
      ? [
          ownText(
            `Outlook does not know this answer. [Answer in Outlook, too](${links.outlook})`,
            { isSubtle: true, spacing: "Small" },
          ),
        ]
      : []),
  ];
}

function ownAnswer(answer: Answer, earlier: GivenAnswer | null): string {
  return answer === "none" && earlier !== null
    ? earlierAnswers[earlier]
    : ownAnswers[answer];
}

const answerTitles: [GivenAnswer, string][] = [
  ["accepted", "Going"],
  ["tentative", "Maybe"],
  ["declined", "Can’t go"],
];

function answerButtons(
  facts: EventCardFacts,
  reader: CardReader | null,
): CardElement | null {
  if (reader !== null && reader.answer === null && !facts.open) return null;
  return {
    type: "ActionSet",
    actions: answerTitles.map(([answer, title]) => {
      const isOwn = reader?.answer === answer;
      return execute(
        isOwn ? `✓ ${title}` : title,
        {
          verb: "event.answer",
          eventId: facts.eventId,
          answer,
          scheduleVersion: facts.scheduleVersion,
        },
        isOwn ? { style: "positive" } : {},
      );
    }),
  };
}

function linkButtons(
  facts: EventCardFacts,
  links: CardLinks,
  isOpen: boolean,
): CardAction[] {
  return [
    ...(isOpen && facts.joinUrl !== null
      ? [openUrl("Join the meeting", facts.joinUrl)]
      : []),
    ...(links.details === null ? [] : [openUrl("Details", links.details)]),
  ];
}
