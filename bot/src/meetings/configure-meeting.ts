import type pg from "pg";
import {
  findAccountOf,
  works,
  type KeptAccount,
} from "../accounts/account-store.ts";
import { hasScope } from "../accounts/health/check-permissions.ts";
import type { Clock } from "../clock.ts";
import { withSessionLock, type Db } from "../db/database.ts";
import type { EventMeetingRow } from "../db/tables/cards-and-meetings.ts";
import { RetryLater } from "../errors.ts";
import type { GraphClient, GraphOf } from "../graph/graph-client.ts";
import { GraphFailure } from "../graph/graph-failure.ts";
import {
  findOnlineMeeting,
  readOnlineMeeting,
  updateOnlineMeeting,
  type OnlineMeeting,
} from "../graph/online-meetings.ts";
import type { JobContext } from "../jobs/job-worker.ts";
import { after, explainMeetingTrouble } from "./explain-meeting-trouble.ts";
import {
  changeMeeting,
  eventsWithMeeting,
  leadsOf,
  openMeeting,
  readLeads,
  whoIsInvited,
} from "./meeting-store.ts";
import {
  LeadsRefused,
  MeetingNotFound,
  permissionPauseMs,
} from "./meeting-trouble.ts";
import { nextParticipants } from "./next-participants.ts";
import {
  meetingStep,
  wantedMeeting,
  type MeetingStep,
} from "./wanted-meeting.ts";

export interface ConfigureDeps {
  db: Db;
  pool: pg.Pool;
  clock: Clock;
  graphOf: GraphOf;
}

/** Wait when another replica works on the same meeting, in milliseconds. */
const busyRetryMs = 500;

/**
 * The job that makes one event's Teams meeting what it should be: its leads can run it, and lobby and chat are as its
 * group wants them. It compares and so may run at any time, any number of times; one at a time per meeting.
 */
export async function configureMeeting(
  deps: ConfigureDeps,
  payload: { eventId: string },
  context: JobContext,
): Promise<void> {
  const run = await withSessionLock(
    deps.pool,
    `meeting:${payload.eventId}`,
    () => configure(deps, payload.eventId, context),
  );
  if (!run.held)
    throw new RetryLater({
      message: "another replica is working on this meeting",
      retryAfterMs: busyRetryMs,
    });
}

async function configure(
  deps: ConfigureDeps,
  eventId: string,
  context: JobContext,
): Promise<void> {
  const { db, clock } = deps;
  const event = await eventsWithMeeting(db, clock.now())
    .where("event.id", "=", eventId)
    .executeTakeFirst();
  const account = event && (await findAccountOf(db, event));
  // Connecting an account enqueues everything that waits for one.
  if (!account || !works(account)) return;
  const wanted = wantedMeeting({
    leads: leadsOf(event.group_ids, await readLeads(db, event.group_ids)),
    confidential: event.confidential,
    organizerObjectId: account.object_id,
  });
  const row = await openMeeting(db, event);
  const step = meetingStep(row, wanted);
  if (!step) {
    // What it was about has been taken back meanwhile.
    if (row.problem)
      await changeMeeting(db, row, { problem: null, next_try_at: null });
    return;
  }
  try {
    if (!mayWrite(account)) {
      await changeMeeting(db, row, {
        problem: "notPermitted",
        next_try_at: after(clock, permissionPauseMs),
      });
      return;
    }
    const graph = deps.graphOf(account.id, {
      urgency: "usual",
      share: event.group_id,
    });
    await take(deps, { graph, row, step });
    context.log.info({ event: eventId }, "meeting set up");
  } catch (error) {
    await explainMeetingTrouble(deps, { error, row, context });
  }
}

/** Without the permission nothing is asked of Teams; what admins read about it is a finding of the account's. */
function mayWrite(account: Pick<KeptAccount, "scopes">): boolean {
  return hasScope(account.scopes, "OnlineMeetings.ReadWrite");
}

/** Makes the change and notes it. */
async function take(
  deps: ConfigureDeps,
  given: { graph: GraphClient; row: EventMeetingRow; step: MeetingStep },
): Promise<void> {
  const { db } = deps;
  const { graph, row, step } = given;
  const settings = { lobby: step.lobby, chat: step.chat };
  const meeting = await findOrRead(deps, given);
  const ids = step.coorganizers?.map(({ objectId }) => objectId) ?? null;
  const participants =
    step.coorganizers && meeting.participants
      ? nextParticipants(meeting.participants, {
          coorganizers: step.coorganizers,
          formerly: row.given_to,
          invited: await whoIsInvited(db, row.event_id, row.given_to),
        })
      : null;
  if (participants)
    // Before Teams is asked: whoever may have the role by our doing is known, whatever becomes of the answer.
    await changeMeeting(db, row, {
      given_to: [...new Set([...row.given_to, ...(ids ?? [])])],
    });
  const setSettings = {
    ...(step.lobby && { lobby: step.lobby }),
    ...(step.chat && { chat: step.chat }),
  };
  const hasSettings = step.lobby !== null || step.chat !== null;
  if (participants || hasSettings)
    try {
      await updateOnlineMeeting(graph, meeting.id, {
        ...settings,
        participants,
      });
    } catch (error) {
      if (!participants || !isRefusal(error)) throw error;
      // Who may come in and whether there is a chat must not hang on whom Teams takes as a co-organizer.
      if (hasSettings) {
        await updateOnlineMeeting(graph, meeting.id, {
          ...settings,
          participants: null,
        });
        await changeMeeting(db, row, setSettings);
      }
      throw new LeadsRefused("Teams did not take the co-organizers.", {
        cause: error,
      });
    }
  await changeMeeting(db, row, {
    ...setSettings,
    ...(ids && { coorganizers: ids, given_to: ids }),
    problem: null,
    next_try_at: null,
  });
}

function isRefusal(error: unknown): boolean {
  return error instanceof GraphFailure && error.kind === "bug";
}

/** The meeting's id, and who is in it where that matters; looked up once by its link, and again if it is gone. */
async function findOrRead(
  { db }: ConfigureDeps,
  given: { graph: GraphClient; row: EventMeetingRow; step: MeetingStep },
): Promise<{ id: string; participants: OnlineMeeting["participants"] | null }> {
  const { graph, row, step } = given;
  if (row.online_meeting_id !== null) {
    if (!step.coorganizers)
      return { id: row.online_meeting_id, participants: null };
    return readOnlineMeeting(graph, row.online_meeting_id);
  }
  const found = await findOnlineMeeting(graph, row.join_url);
  if (!found) throw new MeetingNotFound("Teams knows no meeting by this link.");
  await changeMeeting(db, row, { online_meeting_id: found.id });
  return found;
}
