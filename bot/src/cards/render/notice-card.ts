import {
  adaptiveCard,
  heading,
  openUrl,
  type AdaptiveCard,
} from "./adaptive-card.ts";
import { typedText } from "./typed-text.ts";

/** Something that an admin should know, with a button that leads to the settings. */
export function noticeCard(notice: {
  title: string;
  sentences: readonly string[];
  settings: string | null;
}): AdaptiveCard {
  return adaptiveCard({
    fallbackText: [notice.title, ...notice.sentences].join(" "),
    body: [
      heading(notice.title),
      ...notice.sentences.map((sentence) => typedText(sentence)),
    ],
    actions:
      notice.settings === null
        ? []
        : [openUrl("Open Settings", notice.settings)],
  });
}
