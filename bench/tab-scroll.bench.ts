import { openBrowserSession } from "../test/browser/browser-session.ts";
import { heldEvents } from "../test/harness/held-events.ts";
import { multiplyEvent } from "../test/harness/multiply-event.ts";
import { openWorld, people } from "../test/harness/world.ts";
import { figure, type Bench } from "./figure.ts";
import { openGround } from "./open-ground.ts";
import { scrollThrough } from "./scroll-through.ts";

const events = 10_000;

/** As somebody who drags the scroll bar. */
const pixelsPerFrame = 2_000;

/** What people notice as a stutter, in milliseconds (web.dev: RAIL model). */
const noticedMs = 100;

/** The longest moment in which the list of events answers nothing while a lead scrolls through ten thousand of them. */
export const bench: Bench = {
  names: ["tab.scroll"],
  async measure(say) {
    await using opened = new AsyncDisposableStack();
    await openGround(opened);
    const world = await openWorld();
    opened.defer(() => world.close());
    await world.connectAccount();
    const groupId = await world.groupId("Women at Contoso", people.lead);
    const { id } = await heldEvents(world, groupId).scheduled("Book club");
    await multiplyEvent(world.database, id, events - 1);

    say(`scrolling through ${events.toLocaleString("en")} events`);
    const session = await openBrowserSession(world.simulator.pagesUrl);
    opened.defer(() => session.close());
    const lead = await session.visit(people.lead);
    await lead.open("/app");
    await lead.app.getByRole("link", { name: "Book club" }).waitFor();
    const frame = lead.page.frames()[1];
    const browser = lead.context.browser();
    if (!frame || !browser) throw new Error("There is no tab in the page.");
    // Once everything is there, the rows say how many there are.
    const scrolled = await scrollThrough(
      { browser, frame, pixelsPerFrame },
      "body",
      () => {
        const last = [...document.querySelectorAll("[aria-posinset]")].at(-1);
        const position = last?.getAttribute("aria-posinset");
        return position === last?.getAttribute("aria-setsize");
      },
    );
    say(`through ${scrolled.height.toLocaleString("en")} pixels`);
    const complaints = session.takeComplaints();
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
    return [
      figure({
        name: "tab.scroll",
        value: scrolled.longestTaskMs,
        unit: "ms",
        limit: noticedMs,
      }),
    ];
  },
};
