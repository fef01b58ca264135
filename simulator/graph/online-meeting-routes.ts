import { Hono } from "hono";
import { optionsKey, optionsOf } from "../outlook/meeting-options.ts";
import type { Person } from "../world/world-seed.ts";
import { selectProperties } from "./event-resource.ts";
import {
  metadataUrl,
  readJson,
  type Graph,
  type GraphEnvironment,
  type GraphRequest,
} from "./graph-context.ts";
import { GraphError, notImplemented } from "./graph-error.ts";
import { heldById, heldOnline, meetingNotFound } from "./held-online.ts";
import {
  meetingReaders,
  meetingWriters,
  requireNamedOrganizer,
  requireSignedInOrganizer,
  type MeetingPermissions,
} from "./meeting-access.ts";
import {
  onlineMeetingResource,
  type HeldOnline,
} from "./online-meeting-resource.ts";
import { parseMeetingChange } from "./parse-meeting-change.ts";
import { parseSelect, readQueryOptions, unquote } from "./query.ts";

/** The Teams meetings behind events, for their organizer or for the app in the organizer's place. */
export function onlineMeetingRoutes(graph: Graph): Hono<GraphEnvironment> {
  const routes = new Hono<GraphEnvironment>();
  const { simulation, exchange } = graph;

  // Graph: Get onlineMeeting, by joinWebUrl.
  routes.get("/me/onlineMeetings", (c) =>
    lookUp(c, signedIn(c, meetingReaders)),
  );
  routes.get("/users/:userId/onlineMeetings", (c) =>
    lookUp(c, named(c, meetingReaders)),
  );

  // Graph: Get onlineMeeting; Update onlineMeeting.
  routes.get("/me/onlineMeetings/:meetingId", (c) => {
    const organizer = signedIn(c, meetingReaders);
    return show(c, organizer, heldIn(c, organizer));
  });
  routes.patch("/me/onlineMeetings/:meetingId", async (c) => {
    const organizer = signedIn(c, meetingWriters);
    const held = heldIn(c, organizer);
    const body = await readJson(c);
    simulation.store.atomically(() => {
      exchange.mailboxes.putOptions(
        optionsKey(held.teamsMeeting),
        parseMeetingChange(
          simulation,
          body,
          optionsOf(exchange, held.teamsMeeting),
        ),
      );
    });
    return show(c, organizer, held);
  });

  return routes;

  function signedIn(c: GraphRequest, permissions: MeetingPermissions): Person {
    return requireSignedInOrganizer(c.get("caller"), permissions);
  }

  function named(c: GraphRequest, permissions: MeetingPermissions): Person {
    const userId = c.req.param("userId") ?? "";
    return requireNamedOrganizer(simulation, c.get("caller"), {
      userId,
      permissions,
    });
  }

  function lookUp(c: GraphRequest, organizer: Person): Response {
    const options = readQueryOptions(c, ["$filter", "$select"]);
    const select = parseSelect(options.get("$select"));
    const joinUrl = parseJoinUrlFilter(options.get("$filter"));
    const found = heldOnline(exchange, organizer.id).find(
      ({ teamsMeeting }) => teamsMeeting.joinUrl === joinUrl,
    );
    const { unknownJoinUrl } = simulation.settings.current();
    if (!found) {
      if (isOfSomebodyElse(organizer, joinUrl)) throw notTheOrganizer();
      if (unknownJoinUrl === "notFound") throw meetingNotFound();
    }
    const value = found
      ? [
          onlineMeetingResource(
            exchange,
            organizer,
            found,
            c.get("preferences"),
          ),
        ]
      : [];
    return c.json({
      "@odata.context": metadataUrl(
        graph,
        `users('${organizer.id}')/onlineMeetings`,
      ),
      value: value.map((resource) => selectProperties(resource, select)),
    });
  }

  function show(
    c: GraphRequest,
    organizer: Person,
    held: HeldOnline,
  ): Response {
    readQueryOptions(c, []);
    return c.json({
      "@odata.context": metadataUrl(
        graph,
        `users('${organizer.id}')/onlineMeetings/$entity`,
      ),
      ...onlineMeetingResource(exchange, organizer, held, c.get("preferences")),
    });
  }

  function heldIn(c: GraphRequest, organizer: Person): HeldOnline {
    return heldById(exchange, organizer, c.req.param("meetingId") ?? "");
  }

  function isOfSomebodyElse(organizer: Person, joinUrl: string): boolean {
    return simulation.directory.people.some(
      ({ id }) =>
        id !== organizer.id &&
        heldOnline(exchange, id).some(
          (held) => held.teamsMeeting.joinUrl === joinUrl,
        ),
    );
  }
}

/** The only form that finds a meeting by its link; the link is compared letter by letter. */
function parseJoinUrlFilter(filter: string | undefined): string {
  const match = /^JoinWebUrl eq '((?:[^']|'')+)'$/.exec(filter ?? "");
  if (!match) {
    throw notImplemented(
      filter === undefined
        ? "a list of all online meetings"
        : `$filter=${filter}`,
    );
  }
  return unquote(match[1]!);
}

/** Seen by whoever is invited and asks for a meeting by its link. */
function notTheOrganizer(): GraphError {
  return new GraphError({
    status: 403,
    code: "Forbidden",
    message: "3003: User does not have access to lookup meeting.",
  });
}
