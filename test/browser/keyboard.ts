import type { Locator, Page } from "playwright-core";

/** More stops than any page of the tab has. */
const mostStops = 60;

/** Presses Tab until `target` has the focus, as somebody does who has no mouse. */
async function tabTo(
  page: Page,
  target: Locator,
  pressTab = () => page.keyboard.press("Tab"),
): Promise<void> {
  await target.waitFor();
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await hasFocus(target)) return;
    await pressTab();
  }
  throw new Error(`The keyboard does not reach ${String(target)}.`);
}

export function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate(
    (element) =>
      element.ownerDocument.hasFocus() &&
      element.ownerDocument.activeElement === element,
  );
}

/** Goes to a field and writes into it in place of what stands there. */
export async function typeInto(
  page: Page,
  field: Locator,
  text: string,
): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(text);
}

/** Goes to a button, link or switch and presses it. */
export async function press(
  page: Page,
  control: Locator,
  key: "Enter" | "Space" = "Enter",
): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press(key);
}

/** A walk through the tab by nothing but the keyboard. */
export interface KeyboardWalk {
  to(target: Locator): Promise<void>;
  /** Goes to a field and writes into it in place of what stands there. */
  type(field: Locator, text: string): Promise<void>;
  /** Goes to a control and presses it. */
  press(control: Locator, key?: "Enter" | "Space"): Promise<void>;
  /** How many stops were looked at, and those at which nobody could see where the focus was (WCAG 2.4.7). */
  stops(): { seen: number; unseen: string[] };
}

/** Walks and looks at each stop of the tab whether it looks otherwise with the focus than without. */
export function walkByKeyboard(page: Page): KeyboardWalk {
  let seen = 0;
  const unseen: string[] = [];
  const pressTab = async () => {
    const frame = page.frames()[1];
    await frame?.evaluate(lookAtStop, "before");
    await page.keyboard.press("Tab");
    const stop = await frame?.evaluate(lookAtStop, "after");
    if (!stop) return;
    if (stop.isSeen) seen += 1;
    else unseen.push(stop.name);
  };
  const to = (target: Locator) => tabTo(page, target, pressTab);
  return {
    to,
    async type(field, text) {
      await to(field);
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.type(text);
    },
    async press(control, key = "Enter") {
      await to(control);
      await page.keyboard.press(key);
    },
    stops: () => ({ seen, unseen }),
  };
}

/**
 * In the page: how what has the focus looks, with what stands around it, which is where frames are drawn; and then
 * whether it looks otherwise without.
 * @param moment `before` or `after` the focus goes on
 * @returns null where there is nothing to compare
 */
async function lookAtStop(
  moment: string,
): Promise<{ name: string; isSeen: boolean } | null> {
  const memory = window as unknown as {
    stop?: { part: Element; look: string } | undefined;
  };
  const lookOf = (part: Element): string =>
    [part, part.parentElement, part.parentElement?.parentElement]
      .flatMap((each) => (each ? [each] : []))
      .flatMap((each) =>
        [undefined, "::before", "::after"].map((pseudo) => {
          const style = getComputedStyle(each, pseudo);
          const { outline, boxShadow, border, backgroundColor } = style;
          const { textDecoration, transform, clipPath } = style;
          return [
            ...[outline, boxShadow, border, backgroundColor],
            ...[textDecoration, transform, clipPath],
          ].join();
        }),
      )
      .join("\n");
  // What changes its look does so within a frame, for whoever wants less motion.
  for (let frames = 0; frames < 2; frames += 1)
    await new Promise(requestAnimationFrame);
  const part = document.activeElement;
  if (moment === "before") {
    const isStop = document.hasFocus() && part !== document.body;
    memory.stop = isStop && part ? { part, look: lookOf(part) } : undefined;
    return null;
  }
  const left = memory.stop;
  // A heading that was given the focus is no stop of the Tab key.
  if (!left?.part.isConnected || left.part === part) return null;
  if (left.part.getAttribute("tabindex") === "-1") return null;
  const label = left.part.getAttribute("aria-label") ?? left.part.textContent;
  return {
    name: `${left.part.tagName} ${left.part.id} ${label.slice(0, 40)}`,
    isSeen: lookOf(left.part) !== left.look,
  };
}
