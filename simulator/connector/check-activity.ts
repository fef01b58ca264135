import type { Simulation } from "../simulation.ts";
import type { Activity } from "./activity.ts";
import { badArgument, badSyntax, messageTooBig } from "./connector-error.ts";
import { isRecord, type Card } from "./messages.ts";

/** Teams: Format your bot messages: 100 KB of the whole payload in UTF-16, without inline images. */
const largestMessageBytes = 100_000;
/** Teams: Work with Universal Actions for Adaptive Cards, user ids in refresh. */
const mostRefreshUserIds = 60;

const inlineImage = /data:image\/[\w+.-]+;base64,[A-Za-z0-9+/=]+/g;
const cardPrefix = "application/vnd.microsoft.";
const adaptiveCard = "application/vnd.microsoft.card.adaptive";

/** What a bot sends, read and checked as strictly as Teams documents it. */
export function readActivity(simulation: Simulation, text: string): Activity {
  const activity = readJson(text);
  if (!isRecord(activity)) throw badSyntax("The activity is not an object.");
  checkActivity(simulation, activity);
  return activity;
}

export function readJson(text: string): unknown {
  if (text.replace(inlineImage, "").length * 2 > largestMessageBytes) {
    throw messageTooBig();
  }
  try {
    return JSON.parse(text);
  } catch {
    throw badSyntax("The body is not valid JSON.");
  }
}

export function checkActivity(
  simulation: Simulation,
  activity: Activity,
): void {
  const { type, text, attachments = [] } = activity;
  if (type === "typing") return;
  if (type !== "message") throw badArgument("Unknown activity type");
  if (!Array.isArray(attachments)) {
    throw badSyntax("The attachments are not a list.");
  }
  const hasText = typeof text === "string" && text.trim() !== "";
  if (!hasText && attachments.length === 0) {
    throw badSyntax("The message has neither text nor attachments.");
  }
  for (const attachment of attachments) checkAttachment(simulation, attachment);
}

function checkAttachment(simulation: Simulation, attachment: unknown): void {
  const { contentType, content } = isRecord(attachment) ? attachment : {};
  const isKnown =
    typeof contentType === "string" &&
    (contentType.startsWith(cardPrefix) || contentType.startsWith("image/"));
  if (!isKnown) throw badArgument("Unknown attachment type");
  if (contentType !== adaptiveCard) return;
  if (!isRecord(content) || content["type"] !== "AdaptiveCard") {
    throw badSyntax("The content of the attachment is not an Adaptive Card.");
  }
  checkCard(simulation, content);
}

/** Teams: Design Adaptive Cards: version 1.5 or earlier for cards that a bot sends. */
export function checkCard(simulation: Simulation, card: Card): void {
  const { version } = card;
  if (typeof version !== "string" || !/^1\.[0-5]$/.test(version)) {
    throw badArgument("The version of the Adaptive Card is not supported.");
  }
  const isTooLong = refreshUserIds(card).length > mostRefreshUserIds;
  const { longRefreshList } = simulation.settings.current();
  if (isTooLong && longRefreshList === "refused") {
    throw badArgument(
      `The card's refresh has more than ${mostRefreshUserIds} userIds.`,
    );
  }
}

function refreshUserIds(card: Card): unknown[] {
  const { refresh } = card;
  const userIds = isRecord(refresh) ? refresh["userIds"] : undefined;
  return Array.isArray(userIds) ? userIds : [];
}
