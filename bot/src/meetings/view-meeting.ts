import type { MeetingForLeads } from "../../contract/events.ts";
import { isConfidential } from "../access/policy.ts";
import { findAccountOf } from "../accounts/account-store.ts";
import type { Db } from "../db/database.ts";
import type { MeetingProblem } from "../db/tables/cards-and-meetings.ts";
import type { EventRow } from "../db/tables/events.ts";
import { readHostGroups } from "../events/event-groups.ts";
import { findMeeting, leadsOf, readLeads } from "./meeting-store.ts";
import { meetingStep, wantedMeeting } from "./wanted-meeting.ts";

/** What leads read about the Teams meeting of an event; null where there is none to run. */
export async function viewMeeting(
  db: Db,
  event: Pick<
    EventRow,
    "id" | "account_id" | "cancelled" | "meeting_state" | "join_url"
  >,
): Promise<MeetingForLeads | null> {
  if (event.cancelled || event.meeting_state !== "ready") return null;
  const groups = await readHostGroups(db, event.id);
  const groupIds = groups.map(({ id }) => id);
  const account = await findAccountOf(db, event);
  const wanted = wantedMeeting({
    leads: leadsOf(groupIds, await readLeads(db, groupIds)),
    confidential: isConfidential({ groups }),
    organizerObjectId: account?.object_id ?? null,
  });
  const found = await findMeeting(db, event.id);
  const row = found?.join_url === event.join_url ? found : null;
  const isDue = meetingStep(row, wanted) !== null;
  const problem = isDue ? (row?.problem ?? null) : null;
  return {
    state: !isDue ? "ready" : isLasting(problem) ? "failed" : "settingUp",
    problem: problem && sentences[problem],
    canRun: await namesOf(db, row?.coorganizers ?? []),
    leftOut: wanted.leftOut.map(({ displayName }) => displayName),
    lobby: row?.lobby
      ? row.lobby === "invited"
        ? "invited"
        : "company"
      : null,
    chat: row?.chat ? row.chat === "enabled" : null,
  };
}

function isLasting(problem: MeetingProblem | null): boolean {
  return problem !== null && problem !== "delayed";
}

const sentences: Record<MeetingProblem, string> = {
  delayed: "Teams did not answer; the next try starts by itself.",
  notPermitted:
    "Teams does not let the service account change its meetings. Ask an administrator to look at Settings; this goes on by itself then.",
  notFound:
    "Teams does not find this meeting by its link. The link still works; the next try starts by itself.",
  leadsRefused:
    "Teams did not accept all of the group's leads as co-organizers. If somebody has left the company, it goes on once they have left the team.",
  refused:
    "Teams refused these settings. Ask an administrator to look at the log.",
};

/** In the order of the ids; who is no longer known is left out. */
async function namesOf(
  db: Db,
  objectIds: readonly string[],
): Promise<string[]> {
  if (objectIds.length === 0) return [];
  const rows = await db
    .selectFrom("people")
    .where("object_id", "in", objectIds)
    .select(["object_id", "display_name"])
    .execute();
  const names = new Map(
    rows.map(({ object_id, display_name }) => [object_id, display_name]),
  );
  return objectIds.flatMap((id) => names.get(id) ?? []);
}
