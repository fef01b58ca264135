import type { Browser, Request } from "playwright-core";

/** What one opening of a tab cost. */
export interface Load {
  /** Bodies as they came over the line, compressed where the server did so. */
  bytes: number;
  /** From the first request of the tab's page until the frame was painted in which the text can be read. */
  shownMs: number;
}

/** A tab in the simulated Teams, and the text by which a person sees that it is there. */
export interface TabInTeams {
  teamsUrl: string;
  origin: string;
  shows: string;
}

/**
 * Opens a tab in the simulated Teams, in a browser that has never seen it,
 * and waits until the text is shown and everything that was asked for is there.
 *
 * @param slowdown how many times slower the browser's processor is
 */
export async function loadInTeams(
  browser: Browser,
  tab: TabInTeams,
  { slowdown }: { slowdown: number },
): Promise<Load> {
  const context = await browser.newContext({ locale: "en-GB" });
  try {
    await context.addInitScript(notePaint, tab);
    const page = await context.newPage();
    const devTools = await context.newCDPSession(page);
    await devTools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    const sizes: Promise<number>[] = [];
    let open = 0;
    const isTabs = (request: Request) =>
      new URL(request.url()).origin === tab.origin;
    page.on("request", (request) => (open += isTabs(request) ? 1 : 0));
    const ended = (request: Request) => {
      if (!isTabs(request)) return;
      open -= 1;
      sizes.push(bodySize(request));
    };
    page.on("requestfinished", ended);
    page.on("requestfailed", ended);

    await page.goto(tab.teamsUrl);
    const frame = await (
      await page.waitForSelector(`iframe[src^="${tab.origin}"]`)
    ).contentFrame();
    if (!frame) throw new Error("The tab's frame has gone.");
    const painted = await frame.waitForFunction(() => window.paintedMs);
    const shownMs = Number(await painted.jsonValue());
    while (open > 0) await page.waitForEvent("requestfinished");
    // What the page asks for once it has nothing else to do belongs to it too.
    await frame.evaluate(
      () => new Promise((done) => requestIdleCallback(() => done(null))),
    );
    while (open > 0) await page.waitForEvent("requestfinished");
    const bytes = (await Promise.all(sizes)).reduce((sum, it) => sum + it, 0);
    return { bytes, shownMs };
  } finally {
    await context.close();
  }
}

declare global {
  interface Window {
    /** When the text was painted, in milliseconds since the page was asked for. */
    paintedMs?: number;
  }
}

/** Runs in each page before everything else; asking from outside again and again would slow down what is measured. */
function notePaint({ origin, shows }: { origin: string; shows: string }): void {
  if (location.origin !== origin) return;
  const watch = new MutationObserver(() => {
    if (!document.body?.textContent.includes(shows)) return;
    watch.disconnect();
    // The first frame that has the text is painted before the second one begins.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => (window.paintedMs = performance.now())),
    );
  });
  watch.observe(document, { subtree: true, childList: true });
}

/** A request that failed would make the page look smaller than it is. */
async function bodySize(request: Request): Promise<number> {
  const response = await request.response();
  if (!response?.ok())
    throw new Error(`${request.url()}: ${response?.status() ?? "no answer"}`);
  return (await request.sizes()).responseBodySize;
}
