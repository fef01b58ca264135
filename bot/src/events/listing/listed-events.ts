import { sql, type RawBuilder } from "kysely";
import type { Answer } from "../../../contract/answer.ts";
import type {
  EventSummary,
  ListedState,
} from "../../../contract/event-list.ts";
import type { ShownTally } from "../../../contract/guarded-tally.ts";
import type { Actor } from "../../access/actor.ts";
import {
  isConfidential,
  maySeeNames,
  type GroupFacts,
} from "../../access/policy.ts";
import { guardCounts } from "../../attendance/guard-counts.ts";
import { readAudienceSettings } from "../../audience/audience-settings.ts";
import type { Clock } from "../../clock.ts";
import type { Db } from "../../db/database.ts";
import { tallyOfCounts } from "../../responses/attendee-response.ts";
import { guardTally } from "../../responses/guard-tally.ts";
import { listNameInSql, withLists } from "../../responses/tally-attendees.ts";
import { coHostsOf, hostedByOne, type HostGroup } from "../event-groups.ts";
import { isActor } from "../event-store.ts";
import { statusOf } from "../live-view.ts";

/** For whom events are listed, and which of them. */
export interface Listed {
  actor: Actor;
  groupId: string | null;
  /** Whether leads see more than others: new events that are not sent yet, all answers. Not where others read along. */
  asLead: boolean;
  /** Stands in the title, the description or the place; null or empty: any. */
  search?: string | null;
  state?: ListedState | null;
}

/**
 * The ids of the events that concern the actor and fit: those of the actor's groups and those that the actor is invited
 * to. Whoever asks orders and limits them; what is shown of each is read by `summariesOf` of so many alone, because
 * counting the answers of ten thousand events takes a second.
 */
export function selectListed(db: Db, given: Listed) {
  const { actor } = given;
  const groupIds = [...actor.roles.keys()];
  const ledIds = given.asLead
    ? [...actor.roles].filter(([, role]) => role !== "member").map(([id]) => id)
    : [];
  let query = db
    .selectFrom("scheduled_events as event")
    .where((where) =>
      where.or([hostedByOne(groupIds), isInvited(actor, sql`true`)]),
    )
    // A new event is leads' business alone until it is sent.
    .where((where) =>
      where.or([where("event.held_until", "is", null), hostedByOne(ledIds)]),
    );
  if (given.groupId !== null) query = query.where(hostedByOne([given.groupId]));
  if (given.search) {
    const pattern = `%${given.search.replaceAll(/[\\%_]/g, "\\$&")}%`;
    query = query.where(
      sql<boolean>`concat_ws(' ', event.title, event.description, event.location) ilike ${pattern}`,
    );
  }
  if (given.state === "answerOpen")
    query = query
      .where("event.cancelled", "=", false)
      .where(isInvited(actor, sql`attendees.answer = 'none'`));
  if (given.state === "going")
    query = query
      .where("event.cancelled", "=", false)
      .where(
        isInvited(actor, sql`attendees.answer in ('accepted', 'tentative')`),
      );
  if (given.state === "declined")
    query = query.where(isInvited(actor, sql`attendees.answer = 'declined'`));
  if (given.state === "cancelled")
    query = query.where("event.cancelled", "=", true);
  if (given.state === "failed")
    query = query.where(
      sql<boolean>`exists (select from waves where waves.event_id = event.id and ${hasFailed})`,
    );
  return query.select("event.id");
}

/** Whether the actor is invited to the event, by a row for which `such` holds. */
function isInvited(
  actor: Actor,
  such: RawBuilder<unknown>,
): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from attendees
    where attendees.event_id = event.id and attendees.wanted and ${isActor(actor)} and ${such}
  )`;
}

/** Of a wave: it was given up with something left to show. */
const hasFailed = sql<boolean>`(publish_failed and (
  published_version < event.version or published_joins < joins
))`;

/** What lists show of these events, in no order. */
export function summariesOf(
  db: Db,
  actor: Actor,
  ids: ReturnType<typeof selectListed>,
) {
  return (
    db
      .selectFrom("scheduled_events as event")
      .innerJoin("groups", "groups.id", "event.group_id")
      .innerJoinLateral(
        (from) =>
          from
            .selectFrom("attendees")
            .whereRef("attendees.event_id", "=", "event.id")
            .where("attendees.wanted", "=", true)
            .select([
              sql<number>`count(*) filter (where answer = 'accepted')::int`.as(
                "accepted",
              ),
              sql<number>`count(*) filter (where answer = 'tentative')::int`.as(
                "tentative",
              ),
              sql<number>`count(*) filter (where answer = 'declined')::int`.as(
                "declined",
              ),
              sql<number>`count(*) filter (where answer = 'none' and list_size is null)::int`.as(
                "none",
              ),
              sql<number>`count(list_size)::int`.as("lists"),
              sql<number>`coalesce(sum(list_size), 0)::int`.as("about"),
              sql<number>`count(*) filter (where source = 'outlook' and answer <> 'none')::int`.as(
                "members",
              ),
              listNameInSql.as("name"),
              sql<
                "accepted" | "tentative" | "declined" | "none" | null
              >`min(answer) filter (where ${isActor(actor)})`.as("my_answer"),
            ])
            .as("tally"),
        (join) => join.onTrue(),
      )
      .innerJoinLateral(
        (from) =>
          from
            .selectFrom("waves")
            .whereRef("waves.event_id", "=", "event.id")
            .select([
              sql<number>`min(published_version)`.as("published_version"),
              sql<boolean>`bool_or(${hasFailed})`.as("has_failed"),
            ])
            .as("shown"),
        (join) => join.onTrue(),
      )
      // Totals of another end tell of another time of it.
      .leftJoin("attendance_totals as totals", (join) =>
        join
          .onRef("totals.event_id", "=", "event.id")
          .onRef("totals.for_end", "=", "event.ends_at"),
      )
      .where("event.id", "in", ids)
      .select([
        "event.id",
        "event.group_id",
        "groups.name as group_name",
        "groups.confidential",
        "groups.installed",
        "event.title",
        "event.starts_at",
        "event.ends_at",
        "event.is_all_day",
        "event.time_zone",
        "event.location",
        "event.is_online",
        "event.join_url",
        "event.cancelled",
        "event.version",
        "shown.published_version",
        "shown.has_failed",
        "tally.accepted",
        "tally.tentative",
        "tally.declined",
        "tally.none",
        "tally.lists",
        "tally.about",
        "tally.members",
        "tally.name",
        "tally.my_answer",
        "totals.came",
      ])
      .select(coHostsOf("event.id").as("co_hosts"))
  );
}

type ListedRow = Awaited<
  ReturnType<ReturnType<typeof summariesOf>["execute"]>
>[number];

/** @returns what the actor sees of such an event in a list */
export async function openSummaries(
  { db, clock }: { db: Db; clock: Clock },
  { actor, asLead }: Pick<Listed, "actor" | "asLead">,
): Promise<(row: ListedRow) => EventSummary> {
  const now = clock.now();
  const { smallestBreakdown } = await readAudienceSettings(db);
  const seesNames = (row: ListedRow) =>
    asLead && maySeeNames(actor, groupsOf(row));
  const tallyFor = (row: ListedRow): ShownTally => {
    const tally = withLists(tallyOfCounts(answersOf(row)), row);
    if (seesNames(row)) return tally;
    const confidential = isConfidential({ groups: groupsOf(row) });
    return guardTally(tally, { confidential, smallestBreakdown });
  };
  const cameTo = (row: ListedRow): number | null => {
    const { came } = row;
    if (came === null || row.cancelled || row.ends_at > now) return null;
    if (seesNames(row)) return came;
    return (
      guardCounts({ came, breakdown: null }, smallestBreakdown)?.came ?? null
    );
  };
  return (row) => ({
    id: row.id,
    groupId: row.group_id,
    groupName: row.group_name,
    coHosts: row.co_hosts.map(({ id, name }) => ({ id, name })),
    confidential: isConfidential({ groups: groupsOf(row) }),
    title: row.title,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    isAllDay: row.is_all_day,
    timeZone: row.time_zone,
    location: row.location,
    isOnline: row.is_online,
    status: statusOf(row, {
      publishedVersion: row.published_version,
      hasFailed: row.has_failed,
    }),
    tally: tallyFor(row),
    myAnswer: row.my_answer,
    joinUrl: joinUrlNow(row, now),
    came: cameTo(row),
  });
}

/** Lists are long, and their links are: only of what somebody may soon join, so that the page can show it in time. */
const joinSoonMs = 86_400_000;

function joinUrlNow(row: ListedRow, now: Date): string | null {
  const isSoon = row.starts_at.getTime() - now.getTime() <= joinSoonMs;
  return isSoon && row.ends_at > now && !row.cancelled ? row.join_url : null;
}

function groupsOf(row: {
  group_id: string;
  confidential: boolean;
  installed: boolean;
  co_hosts: HostGroup[];
}): GroupFacts[] {
  return [{ ...row, id: row.group_id }, ...row.co_hosts];
}

function answersOf({
  accepted,
  tentative,
  declined,
  none,
}: Record<Answer, number>): Record<Answer, number> {
  return { accepted, tentative, declined, none };
}
