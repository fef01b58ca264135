import type { Browser, Frame } from "playwright-core";
import { z } from "zod";

/** What scrolling through something cost. */
export interface Scrolled {
  /**
   * Of the tasks of the page's main thread, between which it answers, the one that took longest: its time on the
   * processor, so that it is the same whatever else the machine does.
   */
  longestTaskMs: number;
  /** The one that took longest on the clock, with what it waited for the processor. */
  longestOnClockMs: number;
  /** Pixels. */
  height: number;
}

/**
 * Scrolls through what `selector` names, some pixels a frame, and waits at the end for more until `isEnd` says that
 * there is none.
 *
 * @param isEnd runs in the page
 */
export async function scrollThrough(
  {
    browser,
    frame,
    pixelsPerFrame,
  }: { browser: Browser; frame: Frame; pixelsPerFrame: number },
  selector: string,
  isEnd: () => boolean,
): Promise<Scrolled> {
  const longestTask = await traceTasks(browser);
  await frame.evaluate(
    ([named, pixels]) => {
      const scrolled = document.querySelector(named);
      if (!scrolled) throw new Error(`Nothing is ${named}.`);
      const step = () => {
        scrolled.scrollTop += pixels;
        requestAnimationFrame(step);
      };
      step();
    },
    [selector, pixelsPerFrame] as const,
  );
  await frame.waitForFunction(isEnd, undefined, { timeout: 300_000 });
  return {
    ...(await longestTask()),
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
  /** Microseconds on the clock, and of them on the processor. */
  dur: z.number().optional(),
  tdur: z.number().optional(),
  args: z.object({ name: z.string().optional() }),
});

/** Begins to note every page's tasks; what it returns ends that and says how long the longest was. */
async function traceTasks(
  browser: Browser,
): Promise<
  () => Promise<Pick<Scrolled, "longestTaskMs" | "longestOnClockMs">>
> {
  const devTools = await browser.newBrowserCDPSession();
  const mainThreads = new Set<string>();
  const longest = new Map<string, { onProcessor: number; onClock: number }>();
  devTools.on("Tracing.dataCollected", ({ value }) => {
    for (const raw of value) {
      const { data: event } = traceEventSchema.safeParse(raw);
      if (!event) continue;
      const thread = `${event.pid} ${event.tid}`;
      if (event.args.name === "CrRendererMain") mainThreads.add(thread);
      if (event.name === "ThreadControllerImpl::RunTask")
        longest.set(thread, longer(longest.get(thread), event));
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
    const found = [...mainThreads].flatMap(
      (thread) => longest.get(thread) ?? [],
    );
    if (found.length === 0) throw new Error("The browser told of no task.");
    return {
      longestTaskMs:
        Math.max(...found.map(({ onProcessor }) => onProcessor)) / 1000,
      longestOnClockMs: Math.max(...found.map(({ onClock }) => onClock)) / 1000,
    };
  };
}

function longer(
  before: { onProcessor: number; onClock: number } | undefined,
  { tdur = 0, dur = 0 }: z.infer<typeof traceEventSchema>,
) {
  return {
    onProcessor: Math.max(before?.onProcessor ?? 0, tdur),
    onClock: Math.max(before?.onClock ?? 0, dur),
  };
}
