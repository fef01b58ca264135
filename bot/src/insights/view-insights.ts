import type {
  InsightNumbers,
  Insights,
  InsightsQuery,
} from "../../contract/insights.ts";
import { insightNumbersSchema } from "../../contract/insights.ts";
import type { Actor } from "../access/actor.ts";
import { readAudienceSettings } from "../audience/audience-settings.ts";
import type { Clock } from "../clock.ts";
import { readTogether, type Db } from "../db/database.ts";
import { insightScope } from "./insight-scope.ts";
import { periodsOf } from "./periods-of.ts";
import { readInsights, type InsightRow } from "./read-insights.ts";

/**
 * What leads and admins are told of many events together.
 * @throws {AppError} when the actor is told nothing, or not of this group
 */
export async function viewInsights(
  deps: { db: Db; clock: Clock },
  given: { actor: Actor; asked: InsightsQuery },
): Promise<Insights> {
  const now = deps.clock.now();
  return readTogether(deps.db, async (trx) => {
    const scope = await insightScope(trx, given);
    const periods = periodsOf(given.asked);
    const { smallestBreakdown } = await readAudienceSettings(trx);
    const rows = await readInsights(trx, {
      scope,
      periods,
      smallestBreakdown,
      withCells: false,
      now,
    });
    const ofPeriods = rows.filter(({ kind }) => kind === "period");
    const ofGroups = new Map(
      rows
        .filter(({ kind }) => kind === "group")
        .map((row) => [row.group_id, row]),
    );
    return {
      groups: scope.groups,
      periods: periods.starts.map(({ date }, index) => ({
        start: date,
        numbers: numbersOf(ofPeriods.find(({ period }) => period === index)),
      })),
      byGroup: scope.groups
        .filter(({ id }) => scope.chosen.includes(id))
        .map(({ id, name }) => ({
          id,
          name,
          numbers: numbersOf(ofGroups.get(id)),
        })),
      total: sumOf(ofPeriods),
      ahead: sumOf(rows.filter(({ kind }) => kind === "ahead")).events,
      notToldApart: ofPeriods.reduce((sum, row) => sum + row.not_told_apart, 0),
    };
  });
}

const names = Object.keys(
  insightNumbersSchema.shape,
) as (keyof InsightNumbers)[];

function numbersOf(row: InsightRow | undefined): InsightNumbers {
  return sumOf(row ? [row] : []);
}

function sumOf(rows: readonly InsightRow[]): InsightNumbers {
  return Object.fromEntries(
    names.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)]),
  ) as InsightNumbers;
}
