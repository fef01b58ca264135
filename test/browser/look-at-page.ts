import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import axe, { type AxeResults, type RunOptions } from "axe-core";
import type { Frame, Page } from "playwright-core";
import type { Visitor } from "./browser-session.ts";

const screenshotFolder = process.env["SCREENSHOTS"];
const usualSize = { width: 1280, height: 900 };
/** WCAG 1.4.10 (Reflow): everything can be read without scrolling sideways. */
const narrowSize = { width: 320, height: 900 };

/**
 * The themes of Teams, as the simulated one names them, with the colour of the page's surface, by which the tab shows
 * that it has changed.
 */
const themes = [
  { name: "light", surface: "#ffffff" },
  { name: "dark", surface: "#292929" },
  { name: "contrast", surface: "#000000" },
];

/** So long a page may take to come to rest, in milliseconds; less motion is asked for in every window of the tests. */
const restWithinMs = 2_000;

/**
 * What need not stand in a landmark: axe's own list, and tooltips, which belong to what they explain and come and go with
 * the pointer.
 */
const ownRegions =
  "dialog, [role=dialog], [role=alertdialog], [role=tooltip], svg";

let axeSource: Promise<string> | undefined;

/**
 * Looks at the page that is open in the tab in each theme of Teams, which is changed beside it without a reload, and in
 * a narrow window.
 * @returns what is wrong with it, a line each: violations that axe finds, what still moves, and content that is cut
 * off at 320 px.
 */
export async function lookAtTab(
  visitor: Visitor,
  name: string,
): Promise<string[]> {
  const { page } = visitor;
  const frame = page.frames()[1];
  if (!frame) throw new Error("There is no tab in the page.");
  const wrong: string[] = [];
  let looked: string | null = null;
  for (const theme of fromTheOneOf(page)) {
    await chooseTheme(page, frame, theme);
    const moving = await settled(frame);
    // All but colours is the same in each theme, as long as the document is.
    const parts = await partsOf(frame);
    const found = await violationsIn(frame, parts === looked ? "color" : "all");
    looked = parts;
    wrong.push(
      ...[...found, ...moving].map((line) => `${theme.name}: ${line}`),
    );
    await savePicture(page, `${name}-${theme.name}`);
  }
  await page.setViewportSize(narrowSize);
  const moving = await settled(frame);
  wrong.push(...moving, ...(await wideParts(frame)));
  await savePicture(page, `${name}-320px`);
  await page.setViewportSize(usualSize);
  return wrong;
}

/** The themes, from the one on that Teams shows already. */
function fromTheOneOf(page: Page): typeof themes {
  const shown = new URL(page.url()).searchParams.get("theme") ?? "light";
  const others = themes.filter(({ name }) => name !== shown);
  return [...themes.filter(({ name }) => name === shown), ...others];
}

/** As a person does it in the menu, but without taking the focus from the tab: menus in it would close. */
async function chooseTheme(
  page: Page,
  frame: Frame,
  theme: (typeof themes)[number],
): Promise<void> {
  await page.evaluate((chosen) => {
    const address = new URL(location.href);
    address.searchParams.set("theme", chosen);
    history.replaceState(history.state, "", address);
  }, theme.name);
  await frame.waitForFunction((surface) => {
    const provider = document.querySelector(".fui-FluentProvider");
    return (
      provider &&
      getComputedStyle(provider).getPropertyValue(
        "--colorNeutralBackground1",
      ) === surface
    );
  }, theme.surface);
}

/** The document as it is without its looks. */
function partsOf(frame: Frame): Promise<string> {
  return frame.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const part of copy.querySelectorAll("*"))
      for (const look of ["class", "style", "fill", "stroke"])
        part.removeAttribute(look);
    return copy.innerHTML;
  });
}

/**
 * Waits until nothing moves. Even the shortest transition, of a colour or a place, ends a frame later; and where a
 * colour is inherited, the next one begins only then.
 * @returns what goes on moving, a line each
 */
export function settled(
  frame: Frame,
  withinMs = restWithinMs,
): Promise<string[]> {
  return frame.evaluate(async (patienceMs) => {
    const end = performance.now() + patienceMs;
    let changing: Animation[] = [];
    for (let calmFrames = 0; calmFrames < 3 && performance.now() < end;) {
      await new Promise(requestAnimationFrame);
      // What has ended and still holds its last state is listed, too.
      changing = document
        .getAnimations()
        .filter(({ playState }) => playState !== "finished");
      calmFrames = changing.length === 0 ? calmFrames + 1 : 0;
    }
    return changing.map(({ effect }) => {
      const part = (effect as KeyframeEffect | null)?.target;
      return `moves: ${part?.tagName}.${part?.getAttribute("class")}`;
    });
  }, withinMs);
}

/**
 * Everything that axe finds wrong in a document, a line each.
 * @param asked `color`: by those rules alone that axe itself counts among those of colours (its category `cat.color`)
 */
export async function violationsIn(
  frame: Frame,
  asked: "all" | "color" = "all",
): Promise<string[]> {
  axeSource ??= readFile(
    createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
    "utf8",
  );
  const hasAxe = await frame.evaluate(() => "axe" in window);
  if (!hasAxe) {
    await frame.evaluate(await axeSource);
    await frame.evaluate((regionMatcher) => {
      const { axe: loaded } = window as unknown as { axe: typeof axe };
      loaded.configure({
        checks: [{ id: "region", options: { regionMatcher } }],
      });
    }, ownRegions);
  }
  const results = await frame.evaluate(
    (options) =>
      (
        window as unknown as {
          axe: {
            run: (context: object, options: RunOptions) => Promise<AxeResults>;
          };
        }
      ).axe.run(
        // Fluent's focus keeping puts invisible stops around dialogs.
        { exclude: [["[data-tabster-dummy]"]] },
        options,
      ),
    {
      resultTypes: ["violations"],
      ...(asked === "color" && {
        runOnly: { type: "rule", values: colorRules() },
      }),
    } satisfies RunOptions,
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = "" }) =>
        `${id} at ${target.join(" ")}: ${failureSummary.replaceAll(/\s+/g, " ")}`,
    ),
  );
}

/** The rules on colours among those that are asked of every page: not those of WCAG's level AAA. */
export function colorRules(): string[] {
  return axe
    .getRules(["cat.color"])
    .filter(({ tags }) => !tags.includes("wcag2aaa"))
    .map(({ ruleId }) => ruleId);
}

/** What is wider than the window. */
export async function wideParts(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    // The body is what scrolls.
    const { scrollWidth, clientWidth } = document.body;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter((part) => {
      const { left, right } = part.getBoundingClientRect();
      return right > clientWidth + 1 || left < -1;
    });
    const names = wide.map((part) => `${part.tagName}.${part.className}`);
    return [
      `${scrollWidth} px wide in a window of ${clientWidth}: ${names.slice(0, 5).join(", ")}`,
    ];
  });
}

/** Into the folder that SCREENSHOTS names, if it names one. */
export async function savePicture(page: Page, name: string): Promise<void> {
  if (!screenshotFolder) return;
  await mkdir(screenshotFolder, { recursive: true });
  const file = `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}.png`;
  await page.screenshot({ path: join(screenshotFolder, file), caret: "hide" });
}
