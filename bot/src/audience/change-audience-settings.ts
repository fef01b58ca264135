import { isDeepStrictEqual } from "node:util";
import type { WantedAudienceSettings } from "../../contract/audiences.ts";
import type { Clock } from "../clock.ts";
import type { Db, Trx } from "../db/database.ts";
import { AppError } from "../errors.ts";
import { eventChanged } from "../events/event-changed.ts";
import type { Enqueue } from "../jobs/job-queue.ts";

/**
 * Changes the rules. The same may be said again. Where answers begin or cease to be told apart, cards and pages
 * follow at once.
 * @throws {AppError} 412: somebody else changed them
 */
export async function changeAudienceSettings(
  deps: { db: Db; clock: Clock; enqueue: Enqueue },
  given: { wanted: WantedAudienceSettings; version: number },
): Promise<void> {
  const { version } = given;
  const wanted = asStored(given.wanted);
  await deps.db.transaction().execute(async (trx) => {
    const { audience_version, ...current } = await trx
      .selectFrom("organization_settings")
      .select([
        "audience_version",
        "own_domains",
        "external_policy",
        "meeting_capacity",
        "smallest_breakdown",
      ])
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (isDeepStrictEqual(current, wanted)) return;
    if (audience_version !== version)
      throw new AppError({
        code: "versionConflict",
        status: 412,
        field: "If-Match",
        message:
          "Somebody else changed these settings meanwhile. Load the newest ones, then make your change again.",
      });
    await trx
      .updateTable("organization_settings")
      .set({ ...wanted, audience_version: version + 1 })
      .execute();
    if (wanted.smallest_breakdown !== current.smallest_breakdown)
      await showTalliesAnew(deps, trx);
  });
}

function asStored(wanted: WantedAudienceSettings) {
  const domains = [...new Set(wanted.ownDomains)];
  return {
    own_domains: domains.length > 0 ? domains : null,
    external_policy: wanted.externalPolicy,
    meeting_capacity: wanted.meetingCapacity,
    smallest_breakdown: wanted.smallestBreakdown,
  };
}

/** Of coming events; what is over has its last card already. */
async function showTalliesAnew(
  deps: { clock: Clock; enqueue: Enqueue },
  trx: Trx,
): Promise<void> {
  const coming = await trx
    .selectFrom("scheduled_events")
    .where("ends_at", ">", deps.clock.now())
    .select("id")
    .execute();
  if (coming.length > 0)
    await eventChanged(deps, trx, ...coming.map(({ id }) => id));
}
