import { people } from "../../test/harness/world.ts";
import { startTestSimulator } from "../../simulator/testing/simulator-for-tests.ts";
import type { WorldSeed } from "../../simulator/world/world-seed.ts";
import {
  graphClientFor,
  immutableIds,
  newEvent,
  type GraphEvent,
} from "../../simulator/testing/graph-client.ts";
import { countMails, type RegistrationCounts } from "./registration-counts.ts";

/** Invited from the beginning, as in the product's events. */
const lead = people.lead;

/**
 * As the known template for Teams does it, by Microsoft's own client: for each registration one PATCH of the whole
 * event, with everybody who has registered so far.
 *
 * @param events who registers for each event, in this order
 */
export async function registerByTemplate(
  seed: WorldSeed,
  events: readonly (readonly string[])[],
): Promise<RegistrationCounts> {
  const simulator = await startTestSimulator({ worldSeed: seed });
  // Exchange allows 10,000 recipients a day; here the template may go on.
  simulator.changeSettings({ recipientsPerDay: 1_000_000 });
  try {
    const client = await graphClientFor(simulator);
    let patches = 0;
    for (const registering of events) {
      const created = (await client
        .api("/me/events")
        .header("Prefer", immutableIds)
        .post(newEvent([lead]))) as GraphEvent;
      const path = `/me/events/${encodeURIComponent(created.id)}`;
      for (let registered = 1; registered <= registering.length; registered++) {
        await client
          .api(path)
          .header("Prefer", immutableIds)
          .patch({
            ...newEvent([lead, ...registering.slice(0, registered)]),
            body: created.body,
          });
        patches += 1;
      }
    }
    return {
      calls: { PATCH: patches },
      mails: countMails(simulator, events.flat()),
    };
  } finally {
    await simulator.close();
  }
}
