import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { forgetFormerAdmins } from "./accounts/admins/admin-store.ts";
import { tellAdmins } from "./accounts/admins/tell-admins.ts";
import { openBotClient, openEntraClient } from "./accounts/entra-client.ts";
import { checkAccountIfDue } from "./accounts/health/check-account.ts";
import { checkDueAccounts } from "./accounts/health/check-due-accounts.ts";
import { noteAccountFailure } from "./accounts/health/note-account-failure.ts";
import { endOverdueSignIns } from "./accounts/sign-in/end-overdue-sign-ins.ts";
import { openAccessTokens } from "./accounts/tokens/access-token.ts";
import { openAppToken } from "./accounts/tokens/app-token.ts";
import { resealSecrets } from "./accounts/tokens/reseal-secrets.ts";
import { readAttendance } from "./attendance/read-attendance.ts";
import { readDueAttendance } from "./attendance/read-due-attendance.ts";
import { countDueTotals } from "./attendance/totals/count-due-totals.ts";
import { thankChannel } from "./attendance/thanks/thank-channel.ts";
import { publishCard } from "./cards/publish-card.ts";
import { openCardFacts } from "./cards/read-card-facts.ts";
import { publishDueCards } from "./cards/publish-due-cards.ts";
import { removeCopy } from "./cards/remove-copy.ts";
import { systemClock, type Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import { openDatabase } from "./db/database.ts";
import { migrate } from "./db/migrate.ts";
import { applyHeld } from "./events/hold/apply-held.ts";
import { applyHeldDue } from "./events/hold/apply-held-due.ts";
import { cancelLateCopy } from "./events/late-copy/cancel-late-copy.ts";
import { publishEvent } from "./events/publish-event.ts";
import { inviteLateJoiners } from "./events/late-joiners/invite-late-joiners.ts";
import { publishPendingEvents } from "./events/publish-pending-events.ts";
import { openSeenEvents } from "./events/load-seen-event.ts";
import { openEventWatch } from "./events/watch-events.ts";
import { openTeamOwners } from "./graph/team-owners.ts";
import { openAppGraph, openGraphClients } from "./graph/graph-client.ts";
import { mailboxConcurrency } from "./graph/lane/lane-rules.ts";
import { openMailboxLanes } from "./graph/lane/mailbox-lanes.ts";
import { openServerClock } from "./graph/server-clock.ts";
import { openMemberships } from "./groups/group-store.ts";
import {
  syncAllGroups,
  syncGroup,
  syncOutdatedGroups,
} from "./groups/sync-group.ts";
import { welcomeGroup } from "./groups/welcome-group.ts";
import { addAccountsRoutes } from "./http/accounts-routes.ts";
import { addAttendanceRoutes } from "./http/attendance-routes.ts";
import { addAudiencesRoutes } from "./http/audiences-routes.ts";
import { addDownloadRoutes } from "./http/download-routes.ts";
import { openAuthentication } from "./http/authenticate.ts";
import { addBotRoutes } from "./http/bot-routes.ts";
import { addAudienceCheckRoutes } from "./http/audience-check-routes.ts";
import { addEventListRoutes } from "./http/event-list-routes.ts";
import { addAppearanceRoutes } from "./http/appearance-routes.ts";
import { addEventsRoutes } from "./http/events-routes.ts";
import { addGroupsRoutes } from "./http/groups-routes.ts";
import { addHealthRoutes } from "./http/health-routes.ts";
import { addInsightsRoutes } from "./http/insights-routes.ts";
import { addMeRoutes } from "./http/me-routes.ts";
import { addMetricsRoutes } from "./http/metrics-routes.ts";
import { addOutlookChangeRoutes } from "./http/outlook-change-routes.ts";
import { addResponsesRoutes } from "./http/responses-routes.ts";
import { addNotificationsRoutes } from "./http/notifications-routes.ts";
import { openReadiness } from "./http/readiness.ts";
import { closeServer, listen, openServer } from "./http/server.ts";
import { addSignInRoutes } from "./http/sign-in-routes.ts";
import { addStoppedWorkRoutes } from "./http/stopped-work-routes.ts";
import { addTabRoutes } from "./http/tab-routes.ts";
import { openJobQueue, type JobQueue } from "./jobs/job-queue.ts";
import { configureDueMeetings } from "./meetings/configure-due-meetings.ts";
import { configureMeeting } from "./meetings/configure-meeting.ts";
import { startWorkers } from "./jobs/job-worker.ts";
import { openStoppedJobs } from "./jobs/stopped-jobs.ts";
import { takeUpJobs } from "./jobs/take-up-jobs.ts";
import { openStoredMeasures } from "./metrics/measures.ts";
import { openCallNotes } from "./metrics/note-call.ts";
import { openMetrics } from "./metrics/open-metrics.ts";
import { catchUp } from "./responses/catch-up.ts";
import { catchUpAfterGap, noteAlive } from "./responses/note-alive.ts";
import { readResponses } from "./responses/read-responses.ts";
import { openResponseRecorder } from "./responses/record-response.ts";
import { noteStopped } from "./stopped-work/note-stopped.ts";
import { ensureSubscription } from "./subscriptions/ensure-subscription.ts";
import { renewDueSubscriptions } from "./subscriptions/renew-due-subscriptions.ts";
import {
  channelTokenIssuer,
  connectorScope,
  openBotAdapter,
} from "./teams/bot-adapter.ts";
import { openConnector } from "./teams/connector.ts";
import { openMessenger } from "./teams/messenger.ts";
import { openTeamReader } from "./teams/read-team.ts";
import { openReceiveActivity } from "./teams/receive-activity.ts";

/** The running backend. */
export interface Backend {
  port: number;
  stop(): Promise<void>;
}

const tabFolder = join(import.meta.dirname, "../../tab/dist");

interface BackendOptions {
  config: Config;
  connectionString: string;
  log: Logger;
  clock?: Clock;
}

/** Starts the backend; what was opened before a failure is closed again. */
export async function startBackend(options: BackendOptions): Promise<Backend> {
  const opened = new AsyncDisposableStack();
  try {
    const running = await openRooms(options, opened);
    return {
      port: running.port,
      stop: async () => {
        await running.leave();
        await opened.disposeAsync();
      },
    };
  } catch (error) {
    await opened.disposeAsync();
    throw error;
  }
}

/**
 * The only wiring: opens every room, connects them, and starts to listen and to work.
 * @param opened takes what has to be closed, last opened first
 * @returns the port, and what has to be done while everything is still open: take nothing new and hand back
 *   what cannot be finished
 */
async function openRooms(
  options: BackendOptions,
  opened: AsyncDisposableStack,
): Promise<{ port: number; leave(): Promise<void> }> {
  const { config, connectionString, log } = options;
  const clock = options.clock ?? systemClock;
  const metrics = config.METRICS_TOKEN ? await openMetrics() : null;
  const noteTiming = metrics?.noteTiming ?? (() => undefined);
  const noteCall = openCallNotes({ log, noteTiming });

  const { db, pool, close } = openDatabase({
    connectionString,
    onError: (error) => log.warn({ err: error }, "database connection"),
  });
  opened.defer(close);
  await migrate(pool);
  const { lanes, close: closeLanes } = await openMailboxLanes({
    db,
    connectionString,
    log,
    limits: {
      width: mailboxConcurrency,
      requestsPer10Minutes: config.MAILBOX_REQUESTS_PER_TEN_MINUTES,
      messagesPerMinute: config.MAILBOX_MESSAGES_PER_MINUTE,
      recipientsPerDay: config.MAILBOX_RECIPIENTS_PER_DAY,
    },
  });
  opened.defer(closeLanes);
  const queue = await openJobQueue({ connectionString, log });
  opened.defer(queue.stop);
  const { enqueue } = queue;
  const sendingLimits = {
    recipientsPerDay: config.MAILBOX_RECIPIENTS_PER_DAY,
    messagesPerMinute: config.MAILBOX_MESSAGES_PER_MINUTE,
  };
  const watch = await openEventWatch({
    connectionString,
    db,
    clock,
    log,
    sendingLimits,
  });
  opened.defer(watch.close);
  const readiness = openReadiness({
    pool,
    isListening: () => watch.isListening(),
  });
  await resealSecrets({ db, keys: config.sealingKeys, log });
  const answerTimeoutMs = config.ANSWER_TIMEOUT_SECONDS * 1_000;
  const accessTokens = openAccessTokens({ db, config, clock, log, noteCall });
  const serverClock = openServerClock();
  const graphParts = {
    baseUrl: config.GRAPH_BASE_URL,
    accessTokens,
    lanes,
    serverClock,
    answerTimeoutMs,
    noteCall,
  };
  const graphOf = openGraphClients({
    ...graphParts,
    onAccountFailure: (accountId, failure) =>
      noteAccountFailure({ db, clock, log, enqueue }, accountId, failure),
  });
  // A check's failures are its findings, and an admin may be waiting for it.
  const checkingGraphOf = openGraphClients({
    ...graphParts,
    answerTimeoutMs: Math.min(answerTimeoutMs, 10_000),
    onAccountFailure: () => Promise.resolve(),
  });
  const appToken = openAppToken({
    client: openEntraClient({ config, log, noteCall }),
    config,
  });
  const appGraph = openAppGraph({
    baseUrl: config.GRAPH_BASE_URL,
    appToken,
    serverClock,
    noteCall,
    answerTimeoutMs: Math.min(answerTimeoutMs, 20_000),
  });
  const adapter = openBotAdapter(
    config,
    openBotClient({ config, log, noteCall }),
  );
  const callConnector = openConnector({
    authentication: adapter.authentication,
    botId: config.BOT_ID,
    oauthScope: connectorScope(config),
    answerTimeoutMs,
    noteCall,
  });
  const messenger = openMessenger({
    callConnector,
    botId: config.BOT_ID,
    tenantId: config.AAD_APP_TENANT_ID,
  });
  const linkBases = {
    teamsUrl: config.TEAMS_URL,
    outlookWebUrl: config.OUTLOOK_WEB_URL,
    teamsAppId: config.TEAMS_APP_ID,
  };
  const deps = {
    db,
    pool,
    config,
    clock,
    log,
    enqueue,
    graphOf,
    noteCall,
    noteTiming,
    linkBases,
    // A wave that no day has room for would never go out.
    waveSize: Math.min(config.WAVE_SIZE, config.MAILBOX_RECIPIENTS_PER_DAY),
    sendingLimits,
  };
  const eventDeps = {
    ...deps,
    serverClock,
    organizerAddress: config.SERVICE_ACCOUNT_UPN,
    sendHoldSeconds: config.SEND_HOLD_SECONDS,
    recordResponses: openResponseRecorder(deps),
    loadSeenEvent: openSeenEvents(deps),
  };
  const readCardFacts = openCardFacts(deps);
  const cardDeps = { ...deps, messenger, readCardFacts };
  const checkDeps = {
    ...deps,
    accessTokens,
    appToken,
    appGraph,
    checkingGraphOf,
    serverClock,
  };

  const server = openServer();
  const ending = new AbortController();
  const routeDeps = {
    ...eventDeps,
    server,
    authenticate: openAuthentication({ db, config }),
  };
  addHealthRoutes({ ...routeDeps, readiness });
  addMeRoutes(routeDeps);
  addGroupsRoutes(routeDeps);
  addAudienceCheckRoutes(routeDeps);
  addEventListRoutes(routeDeps);
  addEventsRoutes({ ...routeDeps, watch, ending: ending.signal });
  addAppearanceRoutes({ ...routeDeps, readCardFacts });
  addResponsesRoutes(routeDeps);
  addDownloadRoutes(routeDeps);
  addAttendanceRoutes(routeDeps);
  addInsightsRoutes(routeDeps);
  addOutlookChangeRoutes(routeDeps);
  addAccountsRoutes({ ...routeDeps, ...checkDeps });
  addSignInRoutes(routeDeps);
  addStoppedWorkRoutes(routeDeps);
  addAudiencesRoutes(routeDeps);
  addNotificationsRoutes(routeDeps);
  addBotRoutes({
    ...routeDeps,
    receiveActivity: openReceiveActivity(adapter, channelTokenIssuer(config), {
      ...eventDeps,
      messenger,
      readCardFacts,
      readMemberships: openMemberships(deps),
      callConnector,
      botId: config.BOT_ID,
      tenantId: config.AAD_APP_TENANT_ID,
      adminUsers: config.ADMIN_USERS,
    }),
  });
  const readStoredMeasures = openStoredMeasures(db);
  if (metrics && config.METRICS_TOKEN)
    addMetricsRoutes({
      ...routeDeps,
      metrics,
      token: config.METRICS_TOKEN,
      readMeasures: async () => ({
        isReady: (await readiness.look()) === null,
        running: countRunning(queue),
        stored: await readStoredMeasures(),
      }),
    });
  await addTabRoutes({ ...routeDeps, folder: tabFolder });
  // Listening comes before the workers: a subscription is only created once Graph can reach us.
  const port = await listen(server, { port: config.PORT, host: config.HOST });
  const closeDoors = () => closeServer(server, () => ending.abort());
  opened.defer(closeDoors);

  // Before the workers: a waiting sign of life would hide that nobody was there.
  await catchUpAfterGap(deps);
  // Before the workers too: what they were at when a process died is theirs from the start.
  await takeUpJobs(deps);
  const readTeam = openTeamReader();
  await startWorkers({
    queue,
    db,
    log,
    noteTiming,
    stoppedJobs: openStoppedJobs(db),
    onStopped: noteStopped,
    handlers: {
      "events.publish": (payload, context) =>
        publishEvent(deps, payload, context),
      "events.publish-pending": () => publishPendingEvents(deps),
      "events.cancel-late": (payload, context) =>
        cancelLateCopy(deps, payload, context),
      "events.apply-held": (payload) => applyHeld(eventDeps, payload),
      "events.apply-held-due": () => applyHeldDue(deps),
      "responses.read": (payload, context) =>
        readResponses(eventDeps, payload, context),
      "responses.catch-up": (payload) => catchUp(eventDeps, payload),
      "responses.note-alive": () => noteAlive(db),
      "subscriptions.ensure": ({ accountId }) =>
        ensureSubscription(deps, accountId),
      "subscriptions.reauthorize": ({ accountId }) =>
        ensureSubscription(deps, accountId, { wasPaused: true }),
      "subscriptions.renew-due": () => renewDueSubscriptions(deps),
      "accounts.check": (payload) => checkAccountIfDue(checkDeps, payload),
      "accounts.check-due": () => checkDueAccounts(deps),
      "accounts.tell-admins": () => tellAdmins(cardDeps),
      "accounts.end-sign-ins": async () => {
        await endOverdueSignIns(deps);
        await forgetFormerAdmins(deps);
      },
      "meetings.configure": (payload, context) =>
        configureMeeting(deps, payload, context),
      "meetings.configure-due": () => configureDueMeetings(deps),
      "attendance.read": (payload, context) =>
        readAttendance({ ...deps, appGraph, appToken }, payload, context),
      "attendance.read-due": () => readDueAttendance(deps),
      "attendance.count-due": () => countDueTotals(deps),
      "cards.publish": (payload, context) =>
        publishCard(cardDeps, payload, context),
      "cards.publish-due": () => publishDueCards(deps),
      "cards.remove-copy": (payload) => removeCopy(cardDeps, payload),
      "attendance.thank": (payload, context) =>
        thankChannel(cardDeps, payload, context),
      "groups.sync": (payload) =>
        syncGroup(
          {
            ...deps,
            readTeam,
            readTeamOwners: openTeamOwners({ appGraph, log }),
          },
          payload,
        ),
      "groups.sync-all": () => syncAllGroups(deps),
      "groups.invite-late-joiners": (payload) =>
        inviteLateJoiners(eventDeps, payload),
      "groups.welcome": (payload, context) =>
        welcomeGroup(cardDeps, payload, context),
    },
  });
  // What a crash left is taken up at once; the schedules would find it within a minute.
  await applyHeldDue(deps);
  await publishPendingEvents(deps);
  await publishDueCards(deps);
  await configureDueMeetings(deps);
  await readDueAttendance(deps);
  await syncOutdatedGroups(deps);
  await renewDueSubscriptions(deps);
  await checkDueAccounts(deps);
  readiness.started();

  return {
    port,
    leave: async () => {
      readiness.stopping();
      const close = async () => {
        await sleep(config.STOP_DELAY_SECONDS * 1000);
        await closeDoors();
      };
      await Promise.all([close(), queue.handBack(db)]);
    },
  };
}

/** How many jobs of each kind this process is working on. */
function countRunning(queue: JobQueue): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of queue.running.list())
    counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
