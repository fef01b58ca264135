import {
  graphClientAt,
  newEvent,
} from "../../simulator/testing/graph-client.ts";

/**
 * The peer of the fan-out: Microsoft's SDK with nothing around it, a process of its own. Of the events that it creates it
 * changes a half, as the product does (read, then PATCH), and cancels the other, so many calls at a time; then it says
 * how long that took.
 */
export interface SdkTask {
  baseUrl: string;
  accessToken: string;
  /** Even. */
  events: number;
  width: number;
  attendees: string[];
}

process.once("message", (task: SdkTask) => void run(task));
process.once("disconnect", () => process.exit(0));
process.send?.({ type: "ready" });

async function run(task: SdkTask): Promise<void> {
  const client = graphClientAt(task.baseUrl, task.accessToken);
  const ids: string[] = [];
  const from = performance.now();
  await inPlaces(task, async (n) => {
    const created = (await client
      .api("/me/events")
      .post(newEvent(task.attendees, { subject: `Alone ${n}` }))) as {
      id: string;
    };
    ids.push(created.id);
  });
  await inPlaces(task, (n) => goOn(client, ids[n] ?? "", n % 2 === 0));
  const calls = task.events * 2.5;
  process.send?.({
    callMs: ((performance.now() - from) * task.width) / calls,
  });
}

async function goOn(
  client: ReturnType<typeof graphClientAt>,
  id: string,
  isChanged: boolean,
): Promise<void> {
  if (!isChanged) {
    await client.api(`/me/events/${id}/cancel`).post({ comment: "" });
    return;
  }
  await client.api(`/me/events/${id}`).get();
  await client
    .api(`/me/events/${id}`)
    .patch({ location: { displayName: "Room 5" } });
}

/** Does it for each event, in all places at once. */
async function inPlaces(
  { events, width }: SdkTask,
  work: (n: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (next < events) {
        next += 1;
        await work(next - 1);
      }
    }),
  );
}
