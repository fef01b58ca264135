import type { AdaptiveCard } from "adaptivecards";
import { readAction, type CardAction } from "./card-action.ts";

/**
 * Puts a card into its place in the page. Where an earlier card stood there and
 * had the keyboard's focus, the same button of the new one gets it.
 */
export function drawCard(drawing: {
  card: AdaptiveCard;
  place: HTMLElement;
  onAction: (action: CardAction) => void;
}): void {
  const { card, place, onAction } = drawing;
  card.onExecuteAction = (action) => {
    const read = readAction(action);
    if (read) onAction(read);
  };
  card.onAnchorClicked = (_element, anchor, event) => {
    if (event?.type !== "click") return false;
    onAction({ kind: "openUrl", url: anchor.href });
    return true;
  };
  const focused = place.contains(document.activeElement)
    ? (document.activeElement?.textContent ?? "")
    : undefined;
  const drawn = card.render();
  place.replaceChildren(...(drawn ? [drawn] : []));
  if (!drawn) return;
  drawn.setAttribute("role", "group");
  drawn.setAttribute("aria-label", card.speak || "Card");
  card.updateLayout();
  if (focused !== undefined) focusButton(drawn, focused);
}

/** Says on each button whether it can be pressed; the focus stays where it is. */
export function setBusy(place: HTMLElement, isBusy: boolean): void {
  place.setAttribute("aria-busy", String(isBusy));
  for (const button of place.querySelectorAll(".ac-pushButton")) {
    if (isBusy) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
  }
}

function focusButton(card: HTMLElement, title: string): void {
  const buttons = [...card.querySelectorAll<HTMLElement>(".ac-pushButton")];
  const same = buttons.find(({ textContent }) => textContent === title);
  (same ?? card).focus({ preventScroll: true });
}
