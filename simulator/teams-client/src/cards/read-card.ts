import {
  AdaptiveCard,
  HostConfig,
  SerializationContext,
  ValidationEvent,
  Versions,
  type IValidationEvent,
} from "adaptivecards";
import { canonicalLocale } from "../shell/reader-locale.ts";
import type { ThemeName } from "../shell/themes.ts";
import { cardMarkdown } from "./card-markdown.ts";
import { teamsElements } from "./teams-elements.ts";
import { teamsHostConfig } from "./teams-host-config.ts";

/** Teams: Design and build Adaptive Cards, the newest version that bots may send. */
const newestVersion = Versions.v1_5;

const elements = teamsElements();

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = cardMarkdown(text);
  result.didProcess = true;
};

export type ReadCard = {
  /** Nothing when Teams could not draw it; then `insteadText` is shown. */
  card: AdaptiveCard | undefined;
  insteadText: string;
  /** Everything that the official parser finds fault with. */
  warnings: string[];
};

/** Parses a card with Teams' look for a theme; dates in it are told in this browser's language and zone. */
export function readCard(json: object, theme: ThemeName): ReadCard {
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(teamsHostConfig(theme));
  card.maxVersion = newestVersion;
  const context = new SerializationContext(newestVersion);
  context.setElementRegistry(elements);
  card.parse(json, context);
  card.lang ??= canonicalLocale(navigator.language);
  const faults = faultsOf(card, context);
  const isTooNew = faults.some(
    ({ event }) => event === ValidationEvent.UnsupportedCardVersion,
  );
  return {
    card: isTooNew ? undefined : card,
    insteadText: card.fallbackText || "This card could not be displayed.",
    warnings: [...new Set(faults.map(({ message }) => message))],
  };
}

function faultsOf(
  card: AdaptiveCard,
  context: SerializationContext,
): IValidationEvent[] {
  const parsing = Array.from({ length: context.eventCount }, (_, index) =>
    context.getEventAt(index),
  );
  return [...parsing, ...card.validateProperties().validationEvents];
}
