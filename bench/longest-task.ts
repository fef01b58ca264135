import type { Locator } from "playwright-core";

/** How far a turn of the wheel scrolls, in pixels; one is made each frame. */
const stepPixels = 600;

/**
 * Scrolls from top to bottom, a step each frame, and waits until what came into view last is drawn.
 * @returns the longest time for which the browser did nothing else, in milliseconds (W3C: "Long Tasks API", which tells
 *   of those above 50 alone: 0 means that there was none)
 */
export async function longestTaskWhileScrolling(
  scroller: Locator,
): Promise<number> {
  return scroller.evaluate(async (part, step) => {
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        longest = Math.max(longest, duration);
    });
    observer.observe({ type: "longtask" });
    const frame = () => new Promise(requestAnimationFrame);
    // What is loaded at the end may be higher than the room that was kept for it: it ends where nothing moves any more.
    let still = 0;
    while (still < 30) {
      const before = part.scrollTop;
      part.scrollTop += step;
      await frame();
      still = part.scrollTop > before ? 0 : still + 1;
    }
    await new Promise((done) => requestIdleCallback(done));
    observer.disconnect();
    return longest;
  }, stepPixels);
}
