import {
  insightsQuerySchema,
  type InsightsQuery,
} from "../../contract/insights.ts";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import { downloadInsights } from "../insights/download-insights.ts";
import { viewInsights } from "../insights/view-insights.ts";
import { parseRequest } from "./request-body.ts";
import { addApiRoute, type ApiRequest, type RouteDeps } from "./routes.ts";
import { sendDownload } from "./send-download.ts";

/** Many events in numbers. */
export function addInsightsRoutes(
  deps: RouteDeps & { db: Db; clock: Clock },
): void {
  addApiRoute(deps, "get", "/api/insights", async (request) => ({
    body: await viewInsights(deps, {
      actor: request.actor,
      asked: askedIn(request),
    }),
  }));

  addApiRoute(deps, "get", "/api/insights.csv", async (request) => {
    const download = await downloadInsights(deps, {
      actor: request.actor,
      asked: askedIn(request),
    });
    await sendDownload(request.res, download);
    return "streamed";
  });
}

/** @throws {AppError} 422 */
function askedIn({ query }: Pick<ApiRequest, "query">): InsightsQuery {
  return parseRequest(insightsQuerySchema, {
    from: query.get("from") ?? "",
    until: query.get("until") ?? "",
    by: query.get("by") ?? "month",
    timeZone: query.get("timeZone") ?? "UTC",
    group: query.get("group"),
    scope: query.get("scope") ?? "mine",
  });
}
