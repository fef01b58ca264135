import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults, RunOptions } from "axe-core";
import type { Frame, Page } from "playwright-core";
import type { Visitor } from "./browser-session.ts";

const screenshotFolder = process.env["SCREENSHOTS"];
const usualSize = { width: 1280, height: 900 };
/** WCAG 1.4.10 (Reflow): everything can be read without scrolling sideways. */
const narrowSize = { width: 320, height: 900 };

/** The themes of Teams with the colour of the page's surface, by which the tab shows that it has changed. */
const themes = [
  { name: "Light", surface: "#ffffff", id: "light" },
  { name: "Dark", surface: "#292929", id: "dark" },
  { name: "High contrast", surface: "#000000", id: "contrast" },
];

let axeSource: Promise<string> | undefined;

/**
 * Looks at the page that is open in the tab in each theme of Teams and in a narrow window.
 * @returns what is wrong with it, a line each: violations that axe finds, and content that is cut off at 320 px.
 */
export async function lookAtTab(
  visitor: Visitor,
  name: string,
  reopen?: () => Promise<void> | undefined,
): Promise<string[]> {
  const { page } = visitor;
  const wrong: string[] = [];
  let frame = tabIn(page);
  // In front of Teams' own dialogs nothing else of Teams can be reached.
  const isInDialog = (await page.getByRole("dialog").count()) > 0;
  for (const theme of themes) {
    if (isInDialog) frame = await openInTheme(page, theme);
    else await chooseTheme(page, frame, theme);
    await reopen?.();
    const found = await violationsIn(frame);
    wrong.push(...found.map((violation) => `${theme.name}: ${violation}`));
    await savePicture(page, `${name}-${theme.name}`);
  }
  await page.setViewportSize(narrowSize);
  await reopen?.();
  await settled(frame);
  wrong.push(...(await wideParts(frame)));
  await savePicture(page, `${name}-320px`);
  await page.setViewportSize(usualSize);
  return wrong;
}

async function chooseTheme(
  page: Page,
  frame: Frame,
  theme: (typeof themes)[number],
): Promise<void> {
  await page.getByRole("button", { name: /^Theme: / }).click();
  await page.getByRole("menuitemradio", { name: theme.name }).click();
  await isShownIn(frame, theme);
}

/** The same page of the simulator with its dialog, which its address names, loaded anew. */
async function openInTheme(
  page: Page,
  theme: (typeof themes)[number],
): Promise<Frame> {
  const address = new URL(page.url());
  address.searchParams.set("theme", theme.id);
  await page.goto(address.href);
  await page
    .frameLocator("iframe")
    .getByRole("heading", { level: 1 })
    .waitFor();
  const frame = tabIn(page);
  await isShownIn(frame, theme);
  return frame;
}

function tabIn(page: Page): Frame {
  const frame = page.frames()[1];
  if (!frame) throw new Error("There is no tab in the page.");
  return frame;
}

async function isShownIn(
  frame: Frame,
  theme: (typeof themes)[number],
): Promise<void> {
  await frame.waitForFunction((surface) => {
    const provider = document.querySelector(".fui-FluentProvider");
    return (
      provider &&
      getComputedStyle(provider).getPropertyValue(
        "--colorNeutralBackground1",
      ) === surface
    );
  }, theme.surface);
  await settled(frame);
}

/**
 * Even the shortest transition, of a colour or a place, ends a frame later; and where a colour is inherited, the next
 * one begins only then.
 */
function settled(frame: Frame): Promise<void> {
  return frame.evaluate(async () => {
    for (let calmFrames = 0; calmFrames < 3;) {
      await new Promise(requestAnimationFrame);
      // What has ended and still holds its last state is listed, too.
      const changing = document
        .getAnimations()
        .filter(({ playState }) => playState !== "finished");
      calmFrames = changing.length === 0 ? calmFrames + 1 : 0;
      await Promise.allSettled(changing.map(({ finished }) => finished));
    }
  });
}

/** Everything that axe finds wrong in a document, a line each. */
export async function violationsIn(frame: Frame): Promise<string[]> {
  axeSource ??= readFile(
    createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
    "utf8",
  );
  const hasAxe = await frame.evaluate(() => "axe" in window);
  if (!hasAxe) await frame.evaluate(await axeSource);
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
    { resultTypes: ["violations"] } satisfies RunOptions,
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = "" }) =>
        `${id} at ${target.join(" ")}: ${failureSummary.replaceAll(/\s+/g, " ")}`,
    ),
  );
}

/** What is wider than the window. */
async function wideParts(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    // The body is what scrolls.
    const { scrollWidth, clientWidth } = document.body;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter(
      (part) => part.getBoundingClientRect().right > clientWidth + 1,
    );
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
