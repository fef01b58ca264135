import { createRequire } from "node:module";
import type * as AdaptiveCards from "adaptivecards";

// The package's module build leaves out file extensions, so only bundlers can read it.
const {
  AdaptiveCard,
  CardElementContainer,
  CardObjectRegistry,
  Container,
  FactSet,
  GlobalRegistry,
  RichTextBlock,
  SerializationContext,
  Table,
  TextBlock,
  ValidationEvent,
  Versions,
} = createRequire(import.meta.url)(
  "adaptivecards/dist/adaptivecards.js",
) as typeof AdaptiveCards;

/** Teams: "Adaptive Cards for bots": the newest version that Teams draws everywhere. */
const newestVersion = Versions.v1_5;

/** Elements of Teams' own that our cards use (Teams: "Charts in Adaptive Cards"). */
const teamsExtensions = ["Chart.HorizontalBar.Stacked"];

/** A card as the official parser understands it. */
interface ParsedCard {
  /** Every text that is drawn, in reading order; of Teams' extensions what others draw instead. */
  texts: string[];
  /** The buttons' titles, in reading order. */
  actions: string[];
  /** What the parser finds fault with. */
  warnings: string[];
}

/** Parses a card with the official `adaptivecards` package, without drawing it. */
export function parseCard(json: unknown): ParsedCard {
  const card = new AdaptiveCard();
  card.maxVersion = newestVersion;
  const context = new SerializationContext(newestVersion);
  context.setElementRegistry(knownElements());
  card.parse(json, context);
  const { texts, actions } = readElement(card);
  return { texts, actions, warnings: warningsOf(card, context) };
}

function warningsOf(
  card: AdaptiveCards.AdaptiveCard,
  context: AdaptiveCards.SerializationContext,
): string[] {
  const events = Array.from({ length: context.eventCount }, (_, index) =>
    context.getEventAt(index),
  );
  return [...events, ...card.validateProperties().validationEvents].map(
    ({ message }) => message,
  );
}

function knownElements(): AdaptiveCards.CardObjectRegistry<AdaptiveCards.CardElement> {
  const elements = new CardObjectRegistry<AdaptiveCards.CardElement>();
  GlobalRegistry.populateWithDefaultElements(elements);
  elements.register("Table", Table, Versions.v1_5);
  for (const name of teamsExtensions)
    elements.register(name, extensionElement(name));
  return elements;
}

/** Stands for an element that only Teams draws; everywhere else its fallback is. */
function extensionElement(name: string): new () => AdaptiveCards.CardElement {
  return class extends Container {
    #hasFallback = false;

    override getJsonTypeName(): string {
      return name;
    }

    protected override internalParse(
      source: { fallback?: unknown },
      context: AdaptiveCards.SerializationContext,
    ): void {
      this.#hasFallback = source.fallback !== undefined;
      if (!this.#hasFallback)
        context.logParseEvent(
          this,
          ValidationEvent.UnknownElementType,
          `${name} has no fallback.`,
        );
    }

    override shouldFallback(): boolean {
      return this.#hasFallback;
    }
  };
}

function readElement(
  element: AdaptiveCards.CardElement,
): Omit<ParsedCard, "warnings"> {
  const children =
    element instanceof CardElementContainer
      ? Array.from({ length: element.getItemCount() }, (_, index) =>
          readElement(element.getItemAt(index)),
        )
      : [];
  return {
    texts: [
      ...ownTexts(element),
      ...children.flatMap(({ texts }) => texts),
    ].filter((text) => text !== ""),
    actions: [
      ...children.flatMap(({ actions }) => actions),
      ...Array.from(
        { length: element.getActionCount() },
        (_, index) => element.getActionAt(index)?.title ?? "",
      ),
    ],
  };
}

function ownTexts(element: AdaptiveCards.CardElement): string[] {
  if (element instanceof TextBlock) return [element.text ?? ""];
  if (element instanceof RichTextBlock)
    return [
      Array.from(
        { length: element.getInlineCount() },
        (_, index) => (element.getInlineAt(index) as { text?: string }).text,
      ).join(""),
    ];
  return element instanceof FactSet
    ? element.facts.flatMap(({ name, value }) => [name ?? "", value ?? ""])
    : [];
}
