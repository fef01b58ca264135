import type { World } from "../../test/harness/world.ts";

/** When a count was first seen, of `performance.now()`. */
export interface Seen {
  accepted: number;
  at: number;
}

/** Follows an event as the tab does, until `opened` ends. */
export async function followTally(
  opened: AsyncDisposableStack,
  world: World,
  given: { person: string; eventId: string },
): Promise<Seen[]> {
  const end = new AbortController();
  opened.defer(() => end.abort());
  const response = await fetch(
    `${world.product().url}/api/events/${given.eventId}/stream`,
    {
      headers: {
        Authorization: `Bearer ${await world.simulator.ssoToken(given.person)}`,
      },
      signal: end.signal,
    },
  );
  if (!response.ok || !response.body)
    throw new Error(`The stream answers ${response.status}.`);
  const seen: Seen[] = [];
  void read(response.body, seen).catch((error: unknown) => {
    if (!end.signal.aborted) throw error;
  });
  return seen;
}

async function read(
  body: ReadableStream<Uint8Array>,
  seen: Seen[],
): Promise<void> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    const at = performance.now();
    text += decoder.decode(chunk, { stream: true });
    const messages = text.split("\n\n");
    text = messages.pop() ?? "";
    for (const message of messages) {
      const data = /^event: live\ndata: (.*)$/m.exec(message)?.[1];
      if (data === undefined) continue;
      const live = JSON.parse(data) as { tally: { accepted: number } };
      seen.push({ accepted: live.tally.accepted, at });
    }
  }
}
