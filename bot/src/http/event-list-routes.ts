import { z } from "zod";
import {
  listedStateSchema,
  maxEventSearch,
  mostDaysBetween,
} from "../../contract/event-list.ts";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import { listBetween } from "../events/listing/list-between.ts";
import { largestPage, listEvents } from "../events/listing/list-events.ts";
import { parseRequest } from "./request-body.ts";
import { addApiRoute, type RouteDeps } from "./routes.ts";

const filterSchema = z.object({
  groupId: z.uuid("This is not a group.").nullable(),
  search: z
    .string()
    .trim()
    .max(maxEventSearch, "Search for something shorter.")
    .nullable(),
  state: listedStateSchema.nullable(),
});

const listQuerySchema = filterSchema.extend({
  when: z.enum(["upcoming", "past"], "Ask for upcoming or past."),
  cursor: z.string().max(500).nullable(),
  limit: z.coerce
    .number("Ask for a number of events.")
    .int("Ask for a whole number of events.")
    .min(1, "Ask for at least one event.")
    .max(largestPage, `Ask for at most ${largestPage} events at once.`)
    .optional(),
});

const moment = z.iso
  .datetime("Use a moment such as 2026-12-01T00:00:00Z.")
  .transform((text) => new Date(text));

const betweenQuerySchema = filterSchema
  .extend({ from: moment, until: moment })
  .refine(
    ({ from, until }) =>
      until > from &&
      until.getTime() - from.getTime() <= mostDaysBetween * 86_400_000,
    {
      path: ["until"],
      message: `Ask for at most ${mostDaysBetween} days, which end after they begin.`,
    },
  );

export function addEventListRoutes(
  deps: RouteDeps & { db: Db; clock: Clock },
): void {
  addApiRoute(deps, "get", "/api/events", async ({ actor, query }) => {
    const wanted = parseRequest(listQuerySchema, {
      ...filterOf(query),
      when: query.get("when") ?? "upcoming",
      cursor: query.get("cursor"),
      limit: query.get("limit") ?? undefined,
    });
    return {
      body: await listEvents(deps, { actor, asLead: true, ...wanted }),
    };
  });

  addApiRoute(deps, "get", "/api/events/between", async ({ actor, query }) => {
    const wanted = parseRequest(betweenQuerySchema, {
      ...filterOf(query),
      from: query.get("from"),
      until: query.get("until"),
    });
    return {
      body: await listBetween(deps, { actor, asLead: true, ...wanted }),
    };
  });
}

function filterOf(query: URLSearchParams) {
  return {
    groupId: query.get("groupId"),
    search: query.get("search"),
    state: query.get("state"),
  };
}
