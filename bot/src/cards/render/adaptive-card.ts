/** An Adaptive Card, version 1.5: the newest that Teams draws everywhere. */
export interface AdaptiveCard {
  type: "AdaptiveCard";
  $schema: "http://adaptivecards.io/schemas/adaptive-card.json";
  version: "1.5";
  /** Read aloud and shown where cards cannot be drawn. */
  fallbackText: string;
  refresh?: { action: CardAction; userIds: string[] };
  body: CardElement[];
  actions?: CardAction[];
}

/** A part of a card; `type` names it as the Adaptive Cards schema does. */
export interface CardElement {
  type: string;
  [property: string]: unknown;
}

/** A button; `type` is Action.Execute, Action.Submit or Action.OpenUrl. */
export interface CardAction {
  type: string;
  [property: string]: unknown;
}

export function adaptiveCard(content: {
  fallbackText: string;
  body: (CardElement | null)[];
  actions?: CardAction[];
  refresh?: AdaptiveCard["refresh"] | null;
}): AdaptiveCard {
  return {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.5",
    fallbackText: content.fallbackText,
    ...(content.refresh && { refresh: content.refresh }),
    body: content.body.filter((element) => element !== null),
    ...(content.actions?.length && { actions: content.actions }),
  };
}

/** Our own words; may hold markdown and `{{DATE()}}`, so nothing that people typed belongs here. */
export function ownText(
  text: string,
  style: Record<string, unknown> = {},
): CardElement {
  return { type: "TextBlock", text, wrap: true, ...style };
}

export function heading(
  text: string,
  style: Record<string, unknown> = {},
): CardElement {
  return ownText(text, { style: "heading", weight: "Bolder", ...style });
}

/** What kind of card this is, in small letters over a title that stands out. */
export function headingOverTitle(text: string): CardElement {
  return heading(text, { size: "Default" });
}

/** Keeps an element near to the one before it, with which it belongs. */
export function nearby(element: CardElement): CardElement {
  return { ...element, spacing: "Small" };
}

/** A button that opens an address. */
export function openUrl(title: string, url: string): CardAction {
  return { type: "Action.OpenUrl", title, url };
}

/**
 * A button that the bot answers with a card. Clients that do not know Action.Execute send the same
 * data as Action.Submit does.
 */
export function execute(
  title: string,
  data: { verb: string } & Record<string, unknown>,
  style: Record<string, unknown> = {},
): CardAction {
  return {
    type: "Action.Execute",
    title,
    verb: data.verb,
    data,
    ...style,
    fallback: { type: "Action.Submit", title, data, ...style },
  };
}
