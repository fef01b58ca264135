import {
  insightsSchema,
  type Insights,
  type InsightsQuery,
} from "../../../bot/contract/insights.ts";
import type { Api } from "../api-client/api.ts";
import { parserOf } from "../api-client/parser-of.ts";
import { loadFile, type LoadedFile } from "../downloads/load-file.ts";

function addressOf(path: string, asked: InsightsQuery): string {
  const { group, ...rest } = asked;
  const query = new URLSearchParams(rest);
  if (group !== null) query.set("group", group);
  return `${path}?${query.toString()}`;
}

export function loadInsights(
  api: Api,
  asked: InsightsQuery,
  signal: AbortSignal,
): Promise<Insights> {
  return api.request({
    path: addressOf("/api/insights", asked),
    signal,
    read: parserOf(insightsSchema),
  });
}

/** The numbers by group and time as a file; the backend puts on record who asked for it. */
export function loadInsightsFile(
  api: Api,
  asked: InsightsQuery,
): Promise<LoadedFile> {
  return loadFile(api, {
    path: addressOf("/api/insights.csv", asked),
    name: `insights ${asked.from} to ${asked.until}.csv`,
  });
}
