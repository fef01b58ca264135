import type { EventDetail } from "../bot/contract/events.ts";
import { openBrowserSession } from "../test/browser/browser-session.ts";
import { lunch, openWorld, people } from "../test/harness/world.ts";
import { figure, median, type Bench } from "./figure.ts";
import { longestTaskWhileScrolling } from "./longest-task.ts";

const attendees = 5_000;
const rounds = 3;

/** Above it people notice that a page does not follow (web.dev: "Optimize long tasks" counts from 50), in milliseconds. */
const noticedMs = 100;

/** How long the browser is busy at a stretch while a lead scrolls through who is invited to a very large event. */
export const bench: Bench = {
  names: ["attendees.scroll"],
  async measure(say) {
    const world = await openWorld();
    const session = await openBrowserSession(world.simulator.pagesUrl);
    try {
      const groupId = await world.groupId("Women at Contoso", people.lead);
      const addresses = Array.from(
        { length: attendees },
        (_, n) => `person${String(n).padStart(4, "0")}@contoso.com`,
      );
      const { body } = await world
        .as(people.lead)
        .send<EventDetail>(
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
        await list.getByText("person0000@contoso.com").waitFor();
        longest.push(await longestTaskWhileScrolling(list));
        await list.getByText("person4999@contoso.com").waitFor();
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
      await world.close();
    }
  },
};
