import type { Browser, Request } from "playwright-core";

/** What one opening of a tab cost. */
export interface Load {
  /** Bodies as they came over the line, compressed where the server did so. */
  bytes: number;
  /** From the first request of the tab's page until the text was there to be read. */
  shownMs: number;
}

/**
 * Opens a tab in the simulated Teams, in a browser that has never seen it,
 * and waits until the text is shown and everything that was asked for is there.
 */
export async function loadInTeams(
  browser: Browser,
  tab: { teamsUrl: string; origin: string; shows: string },
): Promise<Load> {
  const context = await browser.newContext({ locale: "en-GB" });
  try {
    const page = await context.newPage();
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
    const shown = await frame.waitForFunction(
      (text) => document.body?.innerText.includes(text) && performance.now(),
      tab.shows,
    );
    const shownMs = Number(await shown.jsonValue());
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

/** A request that failed would make the page look smaller than it is. */
async function bodySize(request: Request): Promise<number> {
  const response = await request.response();
  if (!response?.ok())
    throw new Error(`${request.url()}: ${response?.status() ?? "no answer"}`);
  return (await request.sizes()).responseBodySize;
}
