import { z } from "zod";
import { eventPath, readExpansion, readSelection } from "./calendar.ts";
import { calendarEventSchema, type CalendarEvent } from "./calendar-event.ts";
import type { GraphClient } from "./graph-client.ts";
import { failureOf, GraphFailure } from "./graph-failure.ts";
import { mailboxConcurrency } from "./lane/lane-rules.ts";

/** Most requests in one batch (Graph: "Combine multiple HTTP requests using JSON batching"). */
export const mostInBatch = 20;

const partSchema = z.object({
  id: z.string(),
  status: z.int(),
  headers: z.record(z.string(), z.string()).nullish(),
  body: z.unknown(),
});
const batchSchema = z.object({ responses: z.array(partSchema) });
const errorSchema = z.object({ error: z.object({ code: z.string() }) });

/**
 * Reads up to twenty events in one request. Each part has an answer of its own: one may be throttled, or gone,
 * while its neighbours are read.
 * @returns by event id, the event or why it could not be read
 * @throws {GraphFailure} when the batch as a whole failed
 */
export async function readCalendarEvents(
  graph: GraphClient,
  graphEventIds: readonly string[],
): Promise<Map<string, CalendarEvent | GraphFailure>> {
  const query = `$select=${readSelection}&$expand=${encodeURIComponent(readExpansion)}`;
  const requests = graphEventIds.map((graphEventId, n) => ({
    id: String(n),
    method: "GET",
    url: `${eventPath(graphEventId)}?${query}`,
    // Headers of the batch itself do not hold for its parts.
    headers: { Prefer: 'IdType="ImmutableId"' },
  }));
  const answers = await graph.call(
    "/$batch",
    async (request) => {
      const { responses } = batchSchema.parse(await request.post({ requests }));
      const read = new Map(
        graphEventIds.map((graphEventId, n) => {
          const part = responses.find(({ id }) => id === String(n));
          return [graphEventId, readPart(part, graphEventId)] as const;
        }),
      );
      // What one part says of the whole account, the batch says.
      for (const found of read.values())
        if (found instanceof GraphFailure && found.kind === "account")
          throw found;
      return read;
    },
    { slots: mailboxConcurrency, requests: requests.length },
  );
  // What one part is asked for holds for the whole mailbox.
  const pauses = [...answers.values()].flatMap((found) =>
    found instanceof GraphFailure ? (found.retryAfterMs ?? []) : [],
  );
  if (pauses.length > 0) graph.pause(Math.max(...pauses));
  return answers;
}

function readPart(
  part: z.output<typeof partSchema> | undefined,
  graphEventId: string,
): CalendarEvent | GraphFailure {
  const event = calendarEventSchema.safeParse(part?.body);
  if (part?.status === 200 && event.success) return event.data;
  const retryAfter = Object.entries(part?.headers ?? {}).find(
    ([name]) => name.toLowerCase() === "retry-after",
  );
  return failureOf(
    {
      status: part?.status ?? -1,
      code:
        errorSchema.safeParse(part?.body).data?.error.code ?? "noAnswerInBatch",
      retryAfter: retryAfter?.[1] ?? null,
      body: part?.body,
    },
    eventPath(graphEventId),
  );
}
