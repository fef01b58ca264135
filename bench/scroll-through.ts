import type { Browser, Frame } from "playwright-core";
import { z } from "zod";

/** What scrolling through something cost. */
export interface Scrolled {
  /**
   * Of the tasks of the page's main thread, between which it answers, the one that took longest: its time on the
   * processor, so that it is the same whatever else the machine does.
   */
  longestTaskMs: number;
  /** Pixels. */
  height: number;
}

/**
 * Scrolls through what `selector` names as fast as somebody who drags the scroll bar, 2,000 pixels a frame, and waits
 * at the end for more until `isEnd` says that there is none.
 *
 * @param isEnd runs in the page
 */
export async function scrollThrough(
  { browser, frame }: { browser: Browser; frame: Frame },
  selector: string,
  isEnd: () => boolean,
): Promise<Scrolled> {
  const longestTask = await traceTasks(browser);
  await frame.evaluate((named) => {
    const scrolled = document.querySelector(named);
    if (!scrolled) throw new Error(`Nothing is ${named}.`);
    const step = () => {
      scrolled.scrollTop += 2000;
      requestAnimationFrame(step);
    };
    step();
  }, selector);
  await frame.waitForFunction(isEnd, undefined, { timeout: 300_000 });
  return {
    longestTaskMs: await longestTask(),
    height: await frame.evaluate(
      (named) => document.querySelector(named)?.scrollHeight ?? 0,
      selector,
    ),
  };
}

/** Chromium's trace events (Trace Event Format): names of threads, and tasks with their processor time. */
const traceEventSchema = z.object({
  name: z.string(),
  pid: z.number(),
  tid: z.number(),
  /** Microseconds on the processor. */
  tdur: z.number().optional(),
  args: z.object({ name: z.string().optional() }),
});

/** Begins to note every page's tasks; what it returns ends that and says how long the longest was, in milliseconds. */
async function traceTasks(browser: Browser): Promise<() => Promise<number>> {
  const devTools = await browser.newBrowserCDPSession();
  const mainThreads = new Set<string>();
  const longest = new Map<string, number>();
  devTools.on("Tracing.dataCollected", ({ value }) => {
    for (const raw of value) {
      const { data: event } = traceEventSchema.safeParse(raw);
      if (!event) continue;
      const thread = `${event.pid} ${event.tid}`;
      if (event.args.name === "CrRendererMain") mainThreads.add(thread);
      if (event.name === "ThreadControllerImpl::RunTask")
        longest.set(
          thread,
          Math.max(longest.get(thread) ?? 0, event.tdur ?? 0),
        );
    }
  });
  await devTools.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel"] },
  });
  return async () => {
    const complete = new Promise<void>((done) => {
      devTools.once("Tracing.tracingComplete", () => done());
    });
    await devTools.send("Tracing.end");
    await complete;
    const found = [...mainThreads].map((thread) => longest.get(thread) ?? 0);
    const most = Math.max(0, ...found);
    if (most === 0) throw new Error("The browser told of no task.");
    return most / 1000;
  };
}
