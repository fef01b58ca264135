import {
  AdaptiveCard,
  HostConfig,
  SerializationContext,
  Versions,
} from "adaptivecards";
import MarkdownIt from "markdown-it";
import { cardColors, type CardTheme } from "./card-colors.ts";

/** What of markdown Teams draws in cards (Teams: Format cards in Teams). */
const markdown = new MarkdownIt("zero", { html: false }).enable([
  "list",
  "emphasis",
  "link",
  "escape",
  "entity",
  "newline",
  "balance_pairs",
  "fragments_join",
]);

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

const font = {
  fontFamily: "'Segoe UI', Tahoma, Geneva, Verdana, sans-serif",
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 200, default: 400, bolder: 600 },
};

/** Sizes in CSS pixels (Teams: the host configs that Microsoft publishes for its themes). */
const measures = {
  supportsInteractivity: true,
  spacing: {
    small: 8,
    default: 12,
    medium: 16,
    large: 20,
    extraLarge: 24,
    padding: 16,
  },
  separator: { lineThickness: 1, lineColor: "#EEEEEE" },
  fontTypes: { default: font, monospace: font },
  textStyles: {
    heading: { size: "large", weight: "bolder", color: "default" },
  },
  // Headings of the card stand below the one of the preview.
  textBlock: { headingLevel: 3 },
  actions: {
    maxActions: 6,
    spacing: "Default",
    buttonSpacing: 8,
    actionsOrientation: "Horizontal",
    actionAlignment: "Left",
  },
};

/**
 * Draws a card as Teams does in a theme. Nothing in it can be pressed: it is a picture.
 * @returns null when it cannot be drawn
 */
export function drawCard(
  json: object,
  given: { theme: CardTheme; locale: string },
): HTMLElement | null {
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig({
    ...measures,
    containerStyles: cardColors[given.theme],
  });
  card.maxVersion = Versions.v1_5;
  card.parse(json, new SerializationContext(Versions.v1_5));
  card.lang = given.locale;
  card.onExecuteAction = () => undefined;
  card.onAnchorClicked = () => true;
  const drawn = card.render();
  if (!drawn) return null;
  for (const button of drawn.querySelectorAll("button")) button.disabled = true;
  for (const link of drawn.querySelectorAll("a")) link.removeAttribute("href");
  // The card is no part of the page that the keyboard goes through.
  for (const part of [drawn, ...drawn.querySelectorAll("[tabindex]")])
    part.removeAttribute("tabindex");
  return drawn;
}
