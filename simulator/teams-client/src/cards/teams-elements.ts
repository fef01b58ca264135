import {
  CardObjectRegistry,
  Container,
  GlobalRegistry,
  Table,
  ValidationEvent,
  Versions,
  type CardElement,
  type SerializationContext,
} from "adaptivecards";

/** Elements that Teams itself draws and the official renderer does not (Teams: Adaptive Cards schema with Teams' extensions). */
const teamsExtensions = [
  "Carousel",
  "Chart.Donut",
  "Chart.Gauge",
  "Chart.HorizontalBar",
  "Chart.HorizontalBar.Stacked",
  "Chart.Line",
  "Chart.Pie",
  "Chart.VerticalBar",
  "Chart.VerticalBar.Grouped",
  "CodeBlock",
  "CompoundButton",
  "Icon",
  "Rating",
];

/**
 * The elements that cards may have: those of the official renderer, and Teams'
 * extensions, of which only the `fallback` is drawn. An extension without one
 * is worth a warning, for it shows nothing in other places either.
 */
export function teamsElements(): CardObjectRegistry<CardElement> {
  const elements = new CardObjectRegistry<CardElement>();
  GlobalRegistry.populateWithDefaultElements(elements);
  elements.register("Table", Table, Versions.v1_5);
  for (const name of teamsExtensions)
    elements.register(name, extensionElement(name));
  return elements;
}

function extensionElement(name: string): new () => CardElement {
  return class TeamsExtension extends Container {
    private hasFallback = false;

    override getJsonTypeName(): string {
      return name;
    }

    protected override internalParse(
      source: unknown,
      context: SerializationContext,
    ): void {
      this.hasFallback =
        typeof source === "object" && source !== null && "fallback" in source;
      if (!this.hasFallback)
        context.logParseEvent(
          this,
          ValidationEvent.UnknownElementType,
          `${name} is drawn by Teams alone and has no fallback.`,
        );
    }

    override shouldFallback(): boolean {
      return this.hasFallback;
    }

    protected override internalRender(): undefined {
      return undefined;
    }
  };
}
