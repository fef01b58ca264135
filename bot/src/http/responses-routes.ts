import { z } from "zod";
import { answerSchema, givenAnswerSchema } from "../../contract/answer.ts";
import { giveAnswerSchema } from "../../contract/events.ts";
import {
  attendeeOrderSchema,
  maxAttendeeSearch,
} from "../../contract/found-attendees.ts";
import { undoAnswerSchema } from "../../contract/undo.ts";
import { findAttendees } from "../events/find-attendees.ts";
import { viewAnswered } from "../events/listing/view-answered.ts";
import type { EventDeps } from "../events/schedule-event.ts";
import { viewEvent, type EventViewDeps } from "../events/view-event.ts";
import { giveAnswer, type GiveAnswerDeps } from "../responses/give-answer.ts";
import { listAnswerDownloads } from "../responses/answer-list.ts";
import { listAnswers } from "../responses/list-answers.ts";
import { takeBackAnswer } from "../responses/take-back-answer.ts";
import { eventIdOf } from "./event-request.ts";
import { parseRequest } from "./request-body.ts";
import {
  addApiRoute,
  type ApiRequest,
  type Reply,
  type RouteDeps,
} from "./routes.ts";

const answersQuerySchema = z.object({
  cursor: z
    .string()
    .regex(
      /^\d{1,18}$/,
      "This cursor is not valid. Start again with the first page.",
    )
    .nullable(),
  answer: givenAnswerSchema.nullable(),
});

/** More are invited to no event. */
const maxAttendees = 1_000_000;

const attendeesQuerySchema = z.object({
  search: z
    .string()
    .trim()
    .max(maxAttendeeSearch, "Search for something shorter."),
  answer: answerSchema.nullable(),
  order: attendeeOrderSchema,
  from: z.coerce.number().int().min(0).max(maxAttendees),
});

const viewQuerySchema = z.object({
  view: z.enum(["event", "summary"], "Ask for the event or its summary."),
});

/** What people answer, and who answered what. */
export function addResponsesRoutes(
  deps: RouteDeps & EventDeps & EventViewDeps & GiveAnswerDeps,
): void {
  const reply = async (request: ApiRequest, view: string): Promise<Reply> => {
    const asked = { actor: request.actor, eventId: eventIdOf(request) };
    if (view === "summary") return { body: await viewAnswered(deps, asked) };
    const body = await viewEvent(deps, asked);
    return { body, headers: { ETag: `"${body.version}"` } };
  };
  const viewOf = ({ query }: ApiRequest) =>
    parseRequest(viewQuerySchema, { view: query.get("view") ?? "event" }).view;

  addApiRoute(deps, "get", "/api/events/:id/response", (request) =>
    reply(request, viewOf(request)),
  );

  addApiRoute(deps, "put", "/api/events/:id/response", async (request) => {
    const view = viewOf(request);
    await giveAnswer(deps, {
      actor: request.actor,
      eventId: eventIdOf(request),
      answer: parseRequest(giveAnswerSchema, await request.json()).answer,
      answeredIn: "tab",
    });
    return reply(request, view);
  });

  addApiRoute(
    deps,
    "post",
    "/api/events/:id/response/undo",
    async (request) => {
      const view = viewOf(request);
      await takeBackAnswer(deps, {
        actor: request.actor,
        eventId: eventIdOf(request),
        ...parseRequest(undoAnswerSchema, await request.json()),
      });
      return reply(request, view);
    },
  );

  addApiRoute(deps, "get", "/api/events/:id/answers", async (request) => ({
    body: await listAnswers(deps, {
      actor: request.actor,
      eventId: eventIdOf(request),
      ...parseRequest(answersQuerySchema, {
        cursor: request.query.get("cursor"),
        answer: request.query.get("answer"),
      }),
    }),
  }));

  addApiRoute(deps, "get", "/api/events/:id/attendees", async (request) => ({
    body: await findAttendees(deps, {
      actor: request.actor,
      eventId: eventIdOf(request),
      ...parseRequest(attendeesQuerySchema, {
        search: request.query.get("search") ?? "",
        answer: request.query.get("answer"),
        order: request.query.get("order") ?? "name",
        from: request.query.get("from") ?? 0,
      }),
    }),
  }));

  addApiRoute(
    deps,
    "get",
    "/api/events/:id/answers/downloads",
    async (request) => ({
      body: await listAnswerDownloads(deps, {
        actor: request.actor,
        eventId: eventIdOf(request),
      }),
    }),
  );
}
