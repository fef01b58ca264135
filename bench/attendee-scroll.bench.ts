import type { EventDetail } from "../bot/contract/events.ts";
import { openBrowserSession } from "../test/browser/browser-session.ts";
import { lunch, people } from "../test/harness/world.ts";
import { openLeadApi } from "../test/start/lead-api.ts";
import { runStart } from "../test/start/run-start.ts";
import { openScratch } from "../test/start/scratch.ts";
import { figure, median, type Bench } from "./figure.ts";
import { longestTaskWhileScrolling } from "./longest-task.ts";

const attendees = 5_000;
const rounds = 3;

/** A machine that sends the invitations meanwhile takes its time, in milliseconds. */
const untilThereMs = 60_000;

/** Above it people notice that a page does not follow (web.dev: "Optimize long tasks" counts from 50), in milliseconds. */
const noticedMs = 100;

/** How long the browser is busy at a stretch while a lead scrolls through who is invited to a very large event. */
export const bench: Bench = {
  names: ["attendees.scroll"],
  async measure(say) {
    const scratch = await openScratch();
    const product = runStart(scratch.environment);
    const session = await openBrowserSession(scratch.pagesUrl);
    try {
      await product.untilReady();
      const { api, groupId } = await openLeadApi(scratch);
      const addresses = Array.from(
        { length: attendees },
        (_, n) => `person${String(n).padStart(4, "0")}@contoso.com`,
      );
      const { body } = await api.send<EventDetail>(
        "POST",
        "/api/events",
        lunch(groupId, { audience: { group: false, addresses } }),
      );
      const lead = await session.visit(people.lead);
      const longest: number[] = [];
      for (let round = 1; round <= rounds; round++) {
        say(`scrolling through ${attendees} attendees, round ${round}`);
        await lead.open("/app", { subPageId: `events/${body.id}` });
        const list = lead.app.getByRole("region", {
          name: "List of attendees",
        });
        await list
          .getByText("person0000@contoso.com")
          .waitFor({ timeout: untilThereMs });
        longest.push(await longestTaskWhileScrolling(list));
        await list
          .getByText("person4999@contoso.com")
          .waitFor({ timeout: untilThereMs });
      }
      return [
        figure({
          name: "attendees.scroll",
          value: median(longest),
          unit: "ms",
          limit: noticedMs,
        }),
      ];
    } finally {
      await session.close();
      await product.kill();
      await scratch.remove();
    }
  },
};
