import {
  decideOutlookChangeSchema,
  decideRemovedAttendeeSchema,
} from "../../contract/outlook-change.ts";
import { decideOutlookChange } from "../events/decide-outlook-change.ts";
import { decideRemovedAttendee } from "../events/decide-removed-attendee.ts";
import { previewOutlookChoice } from "../events/preview-outlook-choice.ts";
import type { EventDeps } from "../events/schedule-event.ts";
import { viewEvent, type EventViewDeps } from "../events/view-event.ts";
import {
  eventIdOf,
  idempotencyKeyOf,
  previewNamesOf,
  versionOf,
} from "./event-request.ts";
import { parseRequest } from "./request-body.ts";
import { addApiRoute, type ApiRequest, type RouteDeps } from "./routes.ts";

/** What leads decide about changes that somebody made in Outlook by hand. */
export function addOutlookChangeRoutes(
  deps: RouteDeps & EventDeps & EventViewDeps,
): void {
  const view = async (request: ApiRequest) => {
    const eventId = eventIdOf(request);
    const body = await viewEvent(deps, { actor: request.actor, eventId });
    return { body, headers: { ETag: `"${body.version}"` } };
  };

  addApiRoute(
    deps,
    "post",
    "/api/events/:id/outlook-change",
    async (request) => {
      await decideOutlookChange(deps, {
        actor: request.actor,
        eventId: eventIdOf(request),
        version: versionOf(request),
        ...parseRequest(decideOutlookChangeSchema, await request.json()),
        idempotencyKey: idempotencyKeyOf(request),
      });
      return view(request);
    },
  );

  addApiRoute(
    deps,
    "post",
    "/api/events/:id/outlook-change/preview",
    async (request) => ({
      body: await previewOutlookChoice(deps, {
        actor: request.actor,
        eventId: eventIdOf(request),
        names: previewNamesOf(request),
        ...parseRequest(decideOutlookChangeSchema, await request.json()),
      }),
    }),
  );

  addApiRoute(
    deps,
    "post",
    "/api/events/:id/removed-attendee",
    async (request) => {
      await decideRemovedAttendee(deps, {
        actor: request.actor,
        eventId: eventIdOf(request),
        version: versionOf(request),
        wanted: parseRequest(decideRemovedAttendeeSchema, await request.json()),
        idempotencyKey: idempotencyKeyOf(request),
      });
      return view(request);
    },
  );
}
