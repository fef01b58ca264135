import type {
  StoppedWork,
  StoppedWorkList,
} from "../../contract/stopped-work.ts";
import type { Actor } from "../access/actor.ts";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import { isJobName, jobCatalog } from "../jobs/job-catalog.ts";
import type { StoppedReason } from "../jobs/stopped-reason.ts";
import {
  listFailedCards,
  listGivenUpEvents,
  listStoppedJobs,
  type StoppedJobRow,
} from "./stopped-work-store.ts";
import { formatStoppedId } from "./stopped-id.ts";
import {
  eventWords,
  groupWords,
  jobWords,
  reasonWords,
} from "./stopped-words.ts";

/** Everything that has stopped, newest first, in words that this admin may read. */
export async function listStoppedWork(
  deps: { db: Db; clock: Clock },
  actor: Actor,
): Promise<StoppedWorkList> {
  const now = deps.clock.now();
  const [jobs, events, cards] = await Promise.all([
    listStoppedJobs(deps.db),
    listGivenUpEvents(deps.db, now),
    listFailedCards(deps.db, now),
  ]);
  /** Being an admin opens no group's events. */
  const isHidden: IsHidden = ({ group_ids, confidential }) =>
    confidential && !group_ids.some((id) => actor.roles.has(id));
  const work: StoppedWork[] = [
    ...jobs.map((row) => viewJob(row, isHidden)),
    ...events.map((row) => ({
      id: formatStoppedId({ kind: "event", eventId: row.id }),
      what: jobWords["events.publish"].what(
        eventWords({
          title: row.title,
          groupName: row.group_name,
          hidden: isHidden(row),
        }),
      ),
      // For leads, who can change the event; the admin helps.
      why: row.publish_problem
        ? `Its leads read: “${row.publish_problem}”`
        : reasonWords.unexpected,
      since: (row.publish_failed_at ?? row.updated_at).toISOString(),
      attempts: Math.max(1, row.publish_tries),
      state: "stopped" as const,
      canRetry: true,
      canForget: false,
    })),
    ...cards.map((row) => ({
      id: formatStoppedId({
        kind: "card",
        eventId: row.event_id,
        channelId: row.channel_id,
      }),
      what: jobWords["cards.publish"].what(
        eventWords({
          title: row.title,
          groupName: row.group_name,
          hidden: isHidden(row),
        }),
      ),
      why:
        row.problem === "botBlocked"
          ? "Teams does not let the bot write there: an administrator of Teams, or somebody in the team, has blocked it."
          : "Teams did not take it. If it does not work a second time either, let whoever runs ERG Events look at the log.",
      since: (row.failed_at ?? row.updated_at).toISOString(),
      attempts: Math.max(1, row.failed_tries),
      state: "stopped" as const,
      canRetry: true,
      canForget: false,
    })),
  ];
  return { work: work.toSorted((a, b) => b.since.localeCompare(a.since)) };
}

/** Whether this admin may not read what it is about. */
type IsHidden = (of: { group_ids: string[]; confidential: boolean }) => boolean;

function viewJob(row: StoppedJobRow, isHidden: IsHidden): StoppedWork {
  const name = isJobName(row.job_name) ? row.job_name : null;
  const words = name && jobWords[name];
  const canRead =
    name !== null && jobCatalog[name].payload.safeParse(row.payload).success;
  const group =
    row.group_ids === null
      ? null
      : {
          group_ids: row.group_ids,
          name: row.group_name ?? "",
          confidential: row.confidential ?? true,
        };
  const subject = name?.startsWith("groups.")
    ? groupWords(group && { name: group.name, hidden: isHidden(group) })
    : eventWords(
        group && row.title !== null
          ? {
              title: row.title,
              groupName: group.name,
              hidden: isHidden(group),
            }
          : null,
      );
  return {
    id: formatStoppedId({ kind: "job", id: row.id }),
    what: words ? words.what(subject) : "Work of another version of ERG Events",
    why: reasonWords[row.reason as StoppedReason] ?? reasonWords.unexpected,
    since: row.since.toISOString(),
    attempts: row.attempts,
    state: row.retried_at === null ? "stopped" : "retrying",
    canRetry: canRead,
    canForget: !canRead || (words?.forget ?? true),
  };
}
