import type { Actor } from "../access/actor.ts";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import { AppError, notFound } from "../errors.ts";
import { listStoppedWork } from "./list-stopped-work.ts";
import { formatStoppedId, type StoppedRef } from "./stopped-id.ts";

/** Takes an entry off the list where that is harmless. @throws {AppError} */
export async function forgetStoppedWork(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  ref: StoppedRef,
): Promise<void> {
  const { work } = await listStoppedWork(deps, actor);
  const entry = work.find(({ id }) => id === formatStoppedId(ref));
  if (!entry) throw notFound("stopped work");
  if (!entry.canForget || ref.kind !== "job")
    throw new AppError({
      code: "notForgettable",
      status: 409,
      message:
        "People wait for this work, so it cannot be forgotten. Choose “Try again”.",
    });
  await deps.db.deleteFrom("stopped_work").where("id", "=", ref.id).execute();
}
