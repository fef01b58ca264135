import type { InsightsQuery } from "../../contract/insights.ts";
import type { Actor } from "../access/actor.ts";
import { may } from "../access/policy.ts";
import type { Db } from "../db/database.ts";
import { forbidden, notFound } from "../errors.ts";

/** Of which groups somebody is told. */
export interface InsightScope {
  /** By name; also those from whose teams the app was removed. */
  groups: { id: string; name: string }[];
  /** Ids of those whose events count. */
  chosen: string[];
  /** Ids of all groups that the actor leads. */
  led: string[];
}

/**
 * @throws {AppError} 403 for whoever neither leads a group nor is an admin who asks for all, 404 for a group of which the
 * actor is not told
 */
export async function insightScope(
  db: Db,
  given: { actor: Actor; asked: Pick<InsightsQuery, "scope" | "group"> },
): Promise<InsightScope> {
  const { actor, asked } = given;
  const scope = asked.scope;
  if (!may(actor, { action: "insights.see", scope }))
    throw forbidden(
      "Only owners and contributors of a group, and administrators of ERG Events, see insights. Ask one of them.",
    );
  const led = [...actor.roles]
    .filter(([, role]) => role !== "member")
    .map(([id]) => id);
  const groups = await db
    .selectFrom("groups")
    .where((where) =>
      where.or([
        where("id", "in", led.length > 0 ? led : [noGroup]),
        ...(scope === "all" ? [where("confidential", "=", false)] : []),
      ]),
    )
    .select(["id", "name"])
    .orderBy("name")
    .orderBy("id")
    .execute();
  const ids = groups.map(({ id }) => id);
  if (asked.group !== null && !ids.includes(asked.group))
    throw notFound("group");
  return { groups, chosen: asked.group === null ? ids : [asked.group], led };
}

/** A list in SQL has to have an entry. */
const noGroup = "00000000-0000-0000-0000-000000000000";
