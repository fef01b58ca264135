import { z } from "zod";
import { repostCardSchema } from "../../contract/event-cards.ts";
import {
  cancelEventSchema,
  eventChangeSchema,
  newEventSchema,
} from "../../contract/event-content.ts";
import { repostCard } from "../cards/repost-card.ts";
import { cancelEvent } from "../events/cancel-event.ts";
import { settleDescription } from "../description/settle-description.ts";
import { changeEvent } from "../events/change-event.ts";
import {
  previewCancellation,
  previewChange,
  previewNewEvent,
} from "../events/preview-mails.ts";
import { listHistory } from "../events/history/list-history.ts";
import { stopHeld } from "../events/hold/stop-held.ts";
import { retryPublication } from "../events/retry-publication.ts";
import {
  pauseSending,
  resumeSending,
} from "../events/sending/pause-sending.ts";
import { stopInviting } from "../events/sending/stop-inviting.ts";
import { scheduleEvent, type EventDeps } from "../events/schedule-event.ts";
import { viewEvent, type EventViewDeps } from "../events/view-event.ts";
import type { EventWatch } from "../events/watch-events.ts";
import {
  eventIdOf,
  idempotencyKeyOf,
  previewNamesOf,
  versionOf,
} from "./event-request.ts";
import { streamEvent } from "./event-stream.ts";
import { maxAddressBytes, parseRequest } from "./request-body.ts";
import {
  addApiRoute,
  type ApiRequest,
  type Reply,
  type RouteDeps,
} from "./routes.ts";

type EventRouteDeps = RouteDeps &
  EventDeps &
  EventViewDeps & { watch: EventWatch; ending: AbortSignal };

const historyQuerySchema = z.object({
  cursor: z
    .string()
    .regex(
      /^\d{1,18}$/,
      "This cursor is not valid. Start again with the first page.",
    )
    .nullable(),
});

export function addEventsRoutes(deps: EventRouteDeps): void {
  const view = async (request: ApiRequest, eventId: string): Promise<Reply> => {
    const body = await viewEvent(deps, { actor: request.actor, eventId });
    return { body, headers: { ETag: `"${body.version}"` } };
  };

  addApiRoute(deps, "post", "/api/events", async (request) => {
    const eventId = await scheduleEvent(deps, {
      actor: request.actor,
      wanted: settleDescription(
        parseRequest(newEventSchema, await request.json(maxAddressBytes)),
      ),
      idempotencyKey: idempotencyKeyOf(request),
    });
    const reply = await view(request, eventId);
    return reply === "streamed" ? reply : { ...reply, status: 201 };
  });

  addApiRoute(deps, "post", "/api/events/preview", async (request) => ({
    body: await previewNewEvent(deps, {
      actor: request.actor,
      names: previewNamesOf(request),
      wanted: settleDescription(
        parseRequest(newEventSchema, await request.json(maxAddressBytes)),
      ),
    }),
  }));

  addApiRoute(deps, "get", "/api/events/:id", (request) =>
    view(request, eventIdOf(request)),
  );

  addApiRoute(deps, "put", "/api/events/:id", async (request) => {
    const eventId = eventIdOf(request);
    await changeEvent(deps, {
      actor: request.actor,
      eventId,
      version: versionOf(request),
      wanted: settleDescription(
        parseRequest(eventChangeSchema, await request.json(maxAddressBytes)),
      ),
      idempotencyKey: idempotencyKeyOf(request),
    });
    return view(request, eventId);
  });

  addApiRoute(deps, "post", "/api/events/:id/preview", async (request) => ({
    body: await previewChange(deps, {
      actor: request.actor,
      eventId: eventIdOf(request),
      names: previewNamesOf(request),
      wanted: settleDescription(
        parseRequest(eventChangeSchema, await request.json(maxAddressBytes)),
      ),
    }),
  }));

  addApiRoute(deps, "post", "/api/events/:id/cancel", async (request) => {
    const eventId = eventIdOf(request);
    const left = await cancelEvent(deps, {
      actor: request.actor,
      eventId,
      version: versionOf(request),
      message: parseRequest(cancelEventSchema, await request.json()).message,
      idempotencyKey: idempotencyKeyOf(request),
    });
    // Taken back, there is no such event any more.
    return left === "takenBack" ? {} : view(request, eventId);
  });

  addApiRoute(
    deps,
    "post",
    "/api/events/:id/cancel/preview",
    async (request) => ({
      body: await previewCancellation(deps, {
        actor: request.actor,
        eventId: eventIdOf(request),
        names: previewNamesOf(request),
      }),
    }),
  );

  addApiRoute(deps, "post", "/api/events/:id/stop", async (request) => {
    const eventId = eventIdOf(request);
    const kind = await stopHeld(deps, {
      actor: request.actor,
      eventId,
      version: versionOf(request),
      idempotencyKey: idempotencyKeyOf(request),
    });
    if (kind === "new") return { body: { kind, event: null } };
    const reply = await view(request, eventId);
    if (reply === "streamed") return reply;
    return { ...reply, body: { kind, event: reply.body } };
  });

  addApiRoute(
    deps,
    "post",
    "/api/events/:id/sending/pause",
    async (request) => {
      const eventId = eventIdOf(request);
      await pauseSending(deps, { actor: request.actor, eventId });
      return view(request, eventId);
    },
  );

  addApiRoute(
    deps,
    "post",
    "/api/events/:id/sending/resume",
    async (request) => {
      const eventId = eventIdOf(request);
      await resumeSending(deps, { actor: request.actor, eventId });
      return view(request, eventId);
    },
  );

  addApiRoute(deps, "post", "/api/events/:id/sending/stop", async (request) => {
    const eventId = eventIdOf(request);
    await stopInviting(deps, {
      actor: request.actor,
      eventId,
      version: versionOf(request),
      idempotencyKey: idempotencyKeyOf(request),
    });
    return view(request, eventId);
  });

  addApiRoute(deps, "post", "/api/events/:id/publish", async (request) => {
    const eventId = eventIdOf(request);
    await retryPublication(deps, { actor: request.actor, eventId });
    return view(request, eventId);
  });

  addApiRoute(deps, "post", "/api/events/:id/cards", async (request) => {
    const eventId = eventIdOf(request);
    await repostCard(deps, {
      actor: request.actor,
      eventId,
      channelId: parseRequest(repostCardSchema, await request.json()).channelId,
    });
    return view(request, eventId);
  });

  addApiRoute(deps, "get", "/api/events/:id/history", async (request) => ({
    body: await listHistory(deps, {
      actor: request.actor,
      eventId: eventIdOf(request),
      ...parseRequest(historyQuerySchema, {
        cursor: request.query.get("cursor"),
      }),
    }),
  }));

  addApiRoute(deps, "get", "/api/events/:id/stream", async (request) => {
    await streamEvent(deps, request, eventIdOf(request));
    return "streamed";
  });
}
