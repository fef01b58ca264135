import { Hono } from "hono";
import { cancelMeeting } from "../outlook/cancel-meeting.ts";
import { createMeeting } from "../outlook/create-meeting.ts";
import type { Meeting } from "../outlook/meeting.ts";
import { updateMeeting } from "../outlook/update-meeting.ts";
import type { Settings } from "../settings/settings.ts";
import type { Person } from "../world/world-seed.ts";
import { requireScope } from "./caller.ts";
import { answerDuplicate } from "./duplicate-transaction.ts";
import { eventResource, selectProperties } from "./event-resource.ts";
import {
  metadataUrl,
  readJson,
  type Graph,
  type GraphEnvironment,
  type GraphRequest,
} from "./graph-context.ts";
import { badRequest, GraphError, notFound } from "./graph-error.ts";
import { etagOf, meetingIdOf } from "./item-id.ts";
import { parseEventChange, parseNewEvent } from "./parse-event.ts";
import { parseCancelComment } from "./parse-cancel-comment.ts";
import { readQuery, type Query } from "./query.ts";
import { requireMailbox } from "./require-mailbox.ts";

/** Graph: Paging: ten events a page unless `$top` says otherwise. */
const usualPage = 10;

/** The events of the signed-in person's calendar. */
export function eventRoutes(graph: Graph): Hono<GraphEnvironment> {
  const routes = new Hono<GraphEnvironment>();
  const { simulation, exchange } = graph;
  const { store } = simulation;

  // Graph: Create event.
  routes.post("/me/events", async (c) => {
    const owner = writer(c);
    const settings = simulation.settings.current();
    const draft = parseNewEvent(await readJson(c), settings);
    const result = store.atomically(() =>
      createMeeting(exchange, owner, draft),
    );
    if (result.kind === "recipientLimit")
      throw recipientLimit(simulation.settings.current());
    if (result.kind === "duplicate") {
      answerDuplicate(settings, result.meeting, c.get("preferences"));
    }
    const reply = show(c, owner, result.meeting);
    c.header("ETag", String(reply["@odata.etag"]));
    c.header(
      "Location",
      `${simulation.addresses.graphBaseUrl}/me/events/${String(reply["id"])}`,
    );
    return c.json(reply, 201);
  });

  // Graph: List events; Get singleValueLegacyExtendedProperty.
  routes.get("/me/events", (c) => {
    const owner = reader(c);
    const query = readQuery(c, [
      "$select",
      "$expand",
      "$filter",
      "$top",
      "$skip",
    ]);
    const { filter } = query;
    const found = exchange.mailboxes
      .meetingsOf(owner.id)
      .filter((meeting) => !filter || holdsProperty(meeting, filter));
    const end = query.skip + (query.top ?? usualPage);
    const page = found.slice(query.skip, end);
    return c.json({
      "@odata.context": metadataUrl(graph, `users('${owner.id}')/events`),
      value: page.map((meeting) => withQuery(c, owner, meeting, query)),
      ...(end < found.length ? { "@odata.nextLink": nextLink(c, end) } : {}),
    });
  });

  // Graph: Get event.
  routes.get("/me/events/:id", (c) => {
    const owner = reader(c);
    const query = readQuery(c, ["$select", "$expand"]);
    const meeting = find(c, owner);
    return c.json({
      "@odata.context": entityContext(owner),
      ...withQuery(c, owner, meeting, query),
    });
  });

  // Graph: Update event.
  routes.patch("/me/events/:id", async (c) => {
    const owner = writer(c);
    const body = await readJson(c);
    const meeting = find(c, owner);
    requireMatch(c, meeting);
    const settings = simulation.settings.current();
    const change = parseEventChange(body, meeting.content, settings);
    const result = store.atomically(() =>
      updateMeeting(exchange, meeting, change),
    );
    if (result.kind === "recipientLimit")
      throw recipientLimit(simulation.settings.current());
    return c.json(show(c, owner, result.meeting));
  });

  // Graph: event: cancel.
  routes.post("/me/events/:id/cancel", async (c) => {
    const owner = writer(c);
    const comment = parseCancelComment(await c.req.text());
    const meeting = find(c, owner);
    const result = store.atomically(() =>
      cancelMeeting(exchange, meeting, comment),
    );
    if (result.kind === "recipientLimit")
      throw recipientLimit(simulation.settings.current());
    return c.body(null, 202);
  });

  // Graph: Delete event: the organizer's sends cancellations.
  routes.delete("/me/events/:id", (c) => {
    const owner = writer(c);
    const meeting = find(c, owner);
    const result = store.atomically(() => cancelMeeting(exchange, meeting, ""));
    if (result.kind === "recipientLimit")
      throw recipientLimit(simulation.settings.current());
    return c.body(null, 204);
  });

  return routes;

  function writer(c: GraphRequest): Person {
    const person = requireScope(c.get("caller"), "Calendars.ReadWrite");
    requireMailbox(simulation, person);
    return person;
  }

  function reader(c: GraphRequest): Person {
    const person = requireScope(
      c.get("caller"),
      "Calendars.Read",
      "Calendars.ReadWrite",
    );
    requireMailbox(simulation, person);
    return person;
  }

  function find(c: GraphRequest, owner: Person): Meeting {
    const id = meetingIdOf(c.req.param("id") ?? "");
    if (id === null)
      throw badRequest("ErrorInvalidIdMalformed", "Id is malformed.");
    const meeting = exchange.mailboxes.meeting(id);
    if (meeting && meeting.organizerId === owner.id) {
      // Any other id has changed with the move.
      if (meeting.isDeleted && !c.get("preferences").isImmutableId)
        throw notFound();
      return meeting;
    }
    if (exchange.mailboxes.copy(owner.mail.toLowerCase(), id)) {
      throw new GraphError({
        status: 501,
        code: "notImplemented",
        message: "The simulator shows events to their organizer only.",
      });
    }
    throw notFound();
  }

  function show(
    c: GraphRequest,
    owner: Person,
    meeting: Meeting,
  ): Record<string, unknown> {
    return {
      "@odata.context": entityContext(owner),
      ...eventResource(
        meeting,
        owner,
        c.get("preferences"),
        simulation.settings.current(),
      ),
    };
  }

  function withQuery(
    c: GraphRequest,
    owner: Person,
    meeting: Meeting,
    query: Query,
  ) {
    const resource = eventResource(
      meeting,
      owner,
      c.get("preferences"),
      simulation.settings.current(),
    );
    const { expandedPropertyId } = query;
    const expanded = meeting.extendedProperties.filter(
      ({ id }) => id === expandedPropertyId,
    );
    return {
      ...selectProperties(resource, query.select),
      ...(expanded.length > 0
        ? { singleValueExtendedProperties: expanded }
        : {}),
    };
  }

  function entityContext(owner: Person): string {
    return metadataUrl(graph, `users('${owner.id}')/events/$entity`);
  }
}

function nextLink(c: GraphRequest, skip: number): string {
  const url = new URL(c.req.url);
  url.searchParams.set("$skip", String(skip));
  return url.href;
}

function holdsProperty(
  meeting: Meeting,
  filter: { id: string; value: string },
): boolean {
  return meeting.extendedProperties.some(
    ({ id, value }) => id === filter.id && value === filter.value,
  );
}

/** Graph: optimistic concurrency by `If-Match`; a stale one gives 412. */
function requireMatch(c: GraphRequest, meeting: Meeting): void {
  const wanted = c.req.header("if-match");
  if (wanted === undefined || wanted === "*") return;
  if (wanted === etagOf(meeting.id, meeting.revision)) return;
  throw new GraphError({
    status: 412,
    code: "ErrorIrresolvableConflict",
    message:
      "The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.",
  });
}

function recipientLimit(settings: Settings): GraphError {
  return new GraphError({
    status: settings.recipientLimitStatus,
    code: "ErrorExceededMessageLimit",
    message:
      "Cannot send mail: the mailbox has reached its limit of recipients for a day.",
  });
}
