import { z } from "zod";

/** One of an event's Outlook events; jobs of before there were several name none, and mean the first. */
const waveSchema = z.object({
  eventId: z.uuid(),
  wave: z.int().positive().default(1),
});

function waveKey({ eventId, wave }: { eventId: string; wave?: number }) {
  return `${eventId}/${wave ?? 1}`;
}

/**
 * Every kind of job, with the shape of its payload. A job says what to bring up to date, never how:
 * its handler re-reads the state, so running it twice, late or out of order ends in the same state.
 *
 * `key`: of the jobs with one key, at most one waits; `concurrency` is per replica: more than one account's four calls
 * can hold; `takesTurns`: of many that wait, the groups' come in turns.
 */
export const jobCatalog = {
  /** Make one of an event's Outlook events show what is stored. */
  "events.publish": {
    payload: waveSchema,
    key: waveKey,
    concurrency: 8,
    takesTurns: true,
    retryLimit: 8,
    everyMinutes: null,
  },
  /** Enqueue `events.publish` for every event that Outlook does not show yet, and `events.cancel-late` where it is due. */
  "events.publish-pending": {
    payload: z.object({}),
    key: () => "all",
    concurrency: 1,
    takesTurns: false,
    retryLimit: 2,
    everyMinutes: 1,
  },
  /** Look for the copy of a cancelled wave whose create was never answered, and cancel it in Outlook. */
  "events.cancel-late": {
    payload: waveSchema,
    key: waveKey,
    concurrency: 1,
    takesTurns: false,
    retryLimit: 8,
    everyMinutes: null,
  },
  /** Carry out what a lead could stop until now: a change, a cancellation, or sending a new event. */
  "events.apply-held": {
    payload: z.object({ eventId: z.uuid() }),
    key: (payload: { eventId: string }) => payload.eventId,
    concurrency: 2,
    takesTurns: false,
    retryLimit: 8,
    everyMinutes: null,
  },
  /** Enqueue `events.apply-held` for everything whose time has come. */
  "events.apply-held-due": {
    payload: z.object({}),
    key: () => "all",
    concurrency: 1,
    takesTurns: false,
    retryLimit: 2,
    everyMinutes: 1,
  },
  /** Read the answers that one of an event's Outlook events collected and record them; as many at a time as a mailbox allows. */
  "responses.read": {
    payload: waveSchema,
    key: waveKey,
    concurrency: 6,
    takesTurns: false,
    retryLimit: 8,
    everyMinutes: null,
  },
  /** Read every event of an account that can still be answered: after a gap in the notifications. */
  "responses.catch-up": {
    payload: z.object({ accountId: z.uuid() }),
    key: (payload: { accountId: string }) => payload.accountId,
    concurrency: 2,
    takesTurns: false,
    retryLimit: 8,
    everyMinutes: null,
  },
  /** Note that a backend runs, so that a gap is noticed at the next start. */
  "responses.note-alive": {
    payload: z.object({}),
    key: () => "all",
    concurrency: 1,
    takesTurns: false,
    retryLimit: 0,
    everyMinutes: 1,
  },
  /** Create, renew or recreate the Graph subscription of one account. */
  "subscriptions.ensure": {
    payload: z.object({ accountId: z.uuid() }),
    key: (payload: { accountId: string }) => payload.accountId,
    concurrency: 2,
    takesTurns: false,
    retryLimit: 12,
    everyMinutes: null,
  },
  /** Renew the subscription that Graph sends nothing for until then, and catch up with what it did not send. */
  "subscriptions.reauthorize": {
    payload: z.object({ accountId: z.uuid() }),
    key: (payload: { accountId: string }) => payload.accountId,
    concurrency: 2,
    takesTurns: false,
    retryLimit: 12,
    everyMinutes: null,
  },
  /** Enqueue `subscriptions.ensure` for every account whose subscription is missing or soon expires. */
  "subscriptions.renew-due": {
    payload: z.object({}),
    key: () => "all",
    concurrency: 1,
    takesTurns: false,
    retryLimit: 2,
    everyMinutes: 15,
  },
  /** Make every check of one account, and record where its connection stands. */
  "accounts.check": {
    payload: z.object({ accountId: z.uuid() }),
    key: (payload: { accountId: string }) => payload.accountId,
    concurrency: 2,
    takesTurns: false,
    retryLimit: 8,
    everyMinutes: null,
  },
  /** Enqueue `accounts.check` for every account whose time has come. */
  "accounts.check-due": {
    payload: z.object({}),
    key: () => "all",
    concurrency: 1,
    takesTurns: false,
    retryLimit: 2,
    everyMinutes: 1,
  },
  /** Tell admins by the bot what they do not know yet: of connections, and of secrets that end. */
  "accounts.tell-admins": {
    payload: z.object({}),
    key: () => "all",
    concurrency: 1,
    takesTurns: false,
    retryLimit: 8,
    everyMinutes: 60,
  },
  /** End sign-ins that nobody finished; forget old ones, and who was an admin long ago. */
  "accounts.end-sign-ins": {
    payload: z.object({}),
    key: () => "all",
    concurrency: 1,
    takesTurns: false,
    retryLimit: 2,
    everyMinutes: 5,
  },
  /** Make one event's Teams meeting what it should be: who can run it, lobby, chat. */
  "meetings.configure": {
    payload: z.object({ eventId: z.uuid() }),
    key: (payload: { eventId: string }) => payload.eventId,
    concurrency: 2,
    takesTurns: true,
    retryLimit: 8,
    everyMinutes: null,
  },
  /** Enqueue `meetings.configure` for coming events whose Teams meeting is not what it should be. */
  "meetings.configure-due": {
    payload: z.object({}),
    key: () => "all",
    concurrency: 1,
    takesTurns: false,
    retryLimit: 2,
    everyMinutes: 5,
  },
  /** Read who was in the Teams meeting of one event that is over. */
  "attendance.read": {
    payload: z.object({ eventId: z.uuid() }),
    key: (payload: { eventId: string }) => payload.eventId,
    concurrency: 2,
    takesTurns: true,
    retryLimit: 8,
    everyMinutes: null,
  },
  /** Enqueue `attendance.read` for events that have ended, and for those whose next try is due. */
  "attendance.read-due": {
    payload: z.object({}),
    key: () => "all",
    concurrency: 1,
    takesTurns: false,
    retryLimit: 2,
    everyMinutes: 5,
  },
  /** Count who came to events of which that was not done yet, or for another end. */
  "attendance.count-due": {
    payload: z.object({}),
    key: () => "all",
    concurrency: 1,
    takesTurns: false,
    retryLimit: 2,
    everyMinutes: 5,
  },
  /** Make one channel show the newest card of one event. */
  "cards.publish": {
    payload: z.object({ eventId: z.uuid(), channelId: z.string() }),
    key: (payload: { eventId: string; channelId: string }) =>
      `${payload.eventId}/${payload.channelId}`,
    concurrency: 4,
    takesTurns: false,
    retryLimit: 8,
    everyMinutes: null,
  },
  /** Enqueue `cards.publish` for the cards of events that have ended, and for those left behind. */
  "cards.publish-due": {
    payload: z.object({}),
    key: () => "all",
    concurrency: 1,
    takesTurns: false,
    retryLimit: 2,
    everyMinutes: 1,
  },
  /** Delete a message that carries the same card as another: the answer to its post was lost. */
  "cards.remove-copy": {
    payload: z.object({
      eventId: z.uuid(),
      channelId: z.string(),
      activityId: z.string(),
    }),
    key: (payload: { channelId: string; activityId: string }) =>
      `${payload.channelId}/${payload.activityId}`,
    concurrency: 1,
    takesTurns: false,
    retryLimit: 8,
    everyMinutes: null,
  },
  /** Post the thank-you of one event in one channel, at most once. */
  "attendance.thank": {
    payload: z.object({ eventId: z.uuid(), channelId: z.string() }),
    key: (payload: { eventId: string; channelId: string }) =>
      `${payload.eventId}/${payload.channelId}`,
    concurrency: 2,
    takesTurns: false,
    retryLimit: 8,
    everyMinutes: null,
  },
  /** Read name, channels and members of one group's team. */
  "groups.sync": {
    payload: z.object({ groupId: z.uuid() }),
    key: (payload: { groupId: string }) => payload.groupId,
    concurrency: 1,
    takesTurns: false,
    retryLimit: 8,
    everyMinutes: null,
  },
  /** Enqueue `groups.sync` for every group: what Teams did not tell is found. */
  "groups.sync-all": {
    payload: z.object({}),
    key: () => "all",
    concurrency: 1,
    takesTurns: false,
    retryLimit: 2,
    everyMinutes: 6 * 60,
  },
  /** Invite who has joined one group to its coming events, where their leads want that. */
  "groups.invite-late-joiners": {
    payload: z.object({ groupId: z.uuid() }),
    key: (payload: { groupId: string }) => payload.groupId,
    concurrency: 1,
    takesTurns: false,
    retryLimit: 8,
    everyMinutes: null,
  },
  /** Greet a team that has just got the app. */
  "groups.welcome": {
    payload: z.object({ groupId: z.uuid() }),
    key: (payload: { groupId: string }) => payload.groupId,
    concurrency: 1,
    takesTurns: false,
    retryLimit: 8,
    everyMinutes: null,
  },
} as const satisfies Record<string, JobKind>;

interface JobKind {
  payload: z.ZodType;
  key: (payload: never) => string;
  concurrency: number;
  takesTurns: boolean;
  retryLimit: number;
  everyMinutes: number | null;
}

export type JobName = keyof typeof jobCatalog;
export type JobPayload<Name extends JobName> = z.output<
  (typeof jobCatalog)[Name]["payload"]
>;
export const jobNames = Object.keys(jobCatalog) as JobName[];

export function isJobName(name: string): name is JobName {
  return name in jobCatalog;
}
