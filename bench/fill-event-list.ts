import { lunch } from "../test/harness/world.ts";
import { openLeadApi } from "../test/start/lead-api.ts";
import type { Scratch } from "../test/start/scratch.ts";

const events = 5;

/** Lets the lead schedule a few events in the product that was just started. */
export async function fillEventList(
  scratch: Scratch,
  title: string,
): Promise<void> {
  const { api, groupId } = await openLeadApi(scratch);
  for (let day = 1; day <= events; day++) {
    const event = lunch(groupId, {
      title: `${title} ${day}`,
      start: `2031-12-0${day}T12:00`,
      end: `2031-12-0${day}T13:00`,
    });
    const answer = await api.send("POST", "/api/events", event);
    if (answer.status !== 201)
      throw new Error(`Not scheduled: ${JSON.stringify(answer.body)}`);
  }
}
