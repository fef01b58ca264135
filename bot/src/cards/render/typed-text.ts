import type { CardElement } from "./adaptive-card.ts";

/**
 * What people typed (titles, places, messages), shown letter by letter. A TextRun knows no markdown
 * (Adaptive Cards: "RichTextBlock"), so links, emphasis and lists cannot be smuggled in; the one thing
 * that is replaced in it, `{{DATE()}}`, is broken up.
 */
export function typedText(
  text: string,
  style: {
    size?: "Large" | "Medium" | "Small";
    weight?: "Bolder";
    isSubtle?: true;
    /** Our own words before it. */
    label?: string;
  } = {},
): CardElement {
  const { label, ...look } = style;
  return {
    type: "RichTextBlock",
    inlines: [
      ...(label === undefined
        ? []
        : [{ type: "TextRun", text: `${label} `, isSubtle: true }]),
      { type: "TextRun", text: literally(text), ...look },
    ],
  };
}

/** Typed text for places without markup: summaries, fallback texts. */
export function literally(text: string): string {
  return text
    .replace(/\{(?=\{)/g, "{\u200b")
    .replace(/\s+/g, " ")
    .trim();
}

/** Cuts typed text to at most `length` characters, with an ellipsis where something is gone. */
export function shortened(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length
    ? text
    : `${characters.slice(0, length - 1).join("")}…`;
}
