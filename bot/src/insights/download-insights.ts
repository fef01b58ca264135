import type { Logger } from "pino";
import type { InsightsQuery } from "../../contract/insights.ts";
import type { Actor } from "../access/actor.ts";
import { readAudienceSettings } from "../audience/audience-settings.ts";
import type { Clock } from "../clock.ts";
import { readTogether, type Db } from "../db/database.ts";
import { csvMediaType } from "../downloads/csv.ts";
import type { Download } from "../downloads/download.ts";
import { insightScope } from "./insight-scope.ts";
import { insightsCsv, type InsightLine } from "./insights-csv.ts";
import { periodsOf } from "./periods-of.ts";
import { readInsights } from "./read-insights.ts";

/**
 * The same numbers as a file, by group and time; that it was taken is on record before it goes out.
 * @throws {AppError} when the actor is told nothing, or not of this group
 */
export async function downloadInsights(
  deps: { db: Db; clock: Clock; log: Logger },
  given: { actor: Actor; asked: InsightsQuery },
): Promise<Download> {
  const { actor, asked } = given;
  const now = deps.clock.now();
  const lines = await readTogether(deps.db, (trx) =>
    readLines(trx, { ...given, now }),
  );
  await deps.db
    .insertInto("insight_downloads")
    .values({
      downloaded_by: actor.objectId,
      downloaded_by_name: actor.displayName,
      downloaded_at: now,
      from_day: asked.from,
      until_day: asked.until,
      of_all_groups: asked.scope === "all",
      group_id: asked.group,
    })
    .execute();
  deps.log.info({ lines: lines.length }, "insights are downloaded");
  return {
    fileName: `insights ${asked.from} to ${asked.until}.csv`,
    mediaType: csvMediaType,
    pieces: insightsCsv(lines),
  };
}

async function readLines(
  db: Db,
  given: { actor: Actor; asked: InsightsQuery; now: Date },
): Promise<InsightLine[]> {
  const scope = await insightScope(db, given);
  const periods = periodsOf(given.asked);
  const { smallestBreakdown } = await readAudienceSettings(db);
  const rows = await readInsights(db, {
    scope,
    periods,
    smallestBreakdown,
    withCells: true,
    now: given.now,
  });
  const cells = rows.filter(({ kind }) => kind === "cell");
  return periods.starts.flatMap(({ date }, index) =>
    scope.groups.flatMap(({ id, name }) => {
      const row = cells.find(
        ({ period, group_id }) => period === index && group_id === id,
      );
      return row ? [{ start: date, group: name, numbers: row }] : [];
    }),
  );
}
