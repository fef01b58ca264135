import { join } from "node:path";
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
import { publishCard } from "./cards/publish-card.ts";
import { openCardFacts } from "./cards/read-card-facts.ts";
import { publishDueCards } from "./cards/publish-due-cards.ts";
import { removeCopy } from "./cards/remove-copy.ts";
import { systemClock, type Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import { openDatabase } from "./db/database.ts";
import { migrate } from "./db/migrate.ts";
import { publishEvent } from "./events/publish-event.ts";
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
import { openAuthentication } from "./http/authenticate.ts";
import { addBotRoutes } from "./http/bot-routes.ts";
import { addEventsRoutes } from "./http/events-routes.ts";
import { addGroupsRoutes } from "./http/groups-routes.ts";
import { addHealthRoutes } from "./http/health-routes.ts";
import { addMeRoutes } from "./http/me-routes.ts";
import { addOutlookChangeRoutes } from "./http/outlook-change-routes.ts";
import { addNotificationsRoutes } from "./http/notifications-routes.ts";
import { closeServer, listen, openServer } from "./http/server.ts";
import { addSignInRoutes } from "./http/sign-in-routes.ts";
import { addTabRoutes } from "./http/tab-routes.ts";
import { openJobQueue } from "./jobs/job-queue.ts";
import { startWorkers } from "./jobs/job-worker.ts";
import { takeUpJobs } from "./jobs/take-up-jobs.ts";
import { catchUp } from "./responses/catch-up.ts";
import { catchUpAfterGap, noteAlive } from "./responses/note-alive.ts";
import { readResponses } from "./responses/read-responses.ts";
import { openResponseRecorder } from "./responses/record-response.ts";
import { ensureSubscription } from "./subscriptions/ensure-subscription.ts";
import { renewDueSubscriptions } from "./subscriptions/renew-due-subscriptions.ts";
import {
  channelTokenIssuer,
  connectorScope,
  openBotAdapter,
} from "./teams/bot-adapter.ts";
import { openConnector } from "./teams/connector.ts";
import { openMessenger } from "./teams/messenger.ts";
import { readTeam } from "./teams/read-team.ts";
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
    const port = await openRooms(options, opened);
    return { port, stop: () => opened.disposeAsync() };
  } catch (error) {
    await opened.disposeAsync();
    throw error;
  }
}

/**
 * The only wiring: opens every room, connects them, and starts to listen and to work.
 * @param opened takes what has to be closed, last opened first
 * @returns the port
 */
async function openRooms(
  options: BackendOptions,
  opened: AsyncDisposableStack,
): Promise<number> {
  const { config, connectionString, log } = options;
  const clock = options.clock ?? systemClock;

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
  const watch = await openEventWatch({ connectionString, db, log });
  opened.defer(watch.close);
  await resealSecrets({ db, keys: config.sealingKeys, log });
  const accessTokens = openAccessTokens({ db, config, clock, log });
  const serverClock = openServerClock();
  const graphParts = {
    baseUrl: config.GRAPH_BASE_URL,
    accessTokens,
    lanes,
    serverClock,
  };
  const graphOf = openGraphClients({
    ...graphParts,
    onAccountFailure: (accountId, failure) =>
      noteAccountFailure({ db, clock, log, enqueue }, accountId, failure),
  });
  // A check's failures are its findings, and an admin may be waiting for it.
  const checkingGraphOf = openGraphClients({
    ...graphParts,
    answerTimeoutMs: 10_000,
    onAccountFailure: () => Promise.resolve(),
  });
  const appToken = openAppToken({
    client: openEntraClient({ config, log }),
    config,
  });
  const appGraph = openAppGraph({
    baseUrl: config.GRAPH_BASE_URL,
    appToken,
    serverClock,
    answerTimeoutMs: 20_000,
  });
  const adapter = openBotAdapter(config, openBotClient({ config, log }));
  const callConnector = openConnector({
    authentication: adapter.authentication,
    botId: config.BOT_ID,
    oauthScope: connectorScope(config),
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
  const deps = { db, pool, config, clock, log, enqueue, graphOf };
  const eventDeps = {
    ...deps,
    serverClock,
    organizerAddress: config.SERVICE_ACCOUNT_UPN,
    recordResponses: openResponseRecorder(deps),
    loadSeenEvent: openSeenEvents(deps),
  };
  const readCardFacts = openCardFacts(deps);
  const cardDeps = { ...deps, messenger, linkBases, readCardFacts };
  const checkDeps = {
    ...deps,
    accessTokens,
    appToken,
    appGraph,
    checkingGraphOf,
    serverClock,
  };

  const server = openServer();
  const routeDeps = {
    ...eventDeps,
    server,
    authenticate: openAuthentication({ db, config }),
  };
  addHealthRoutes(routeDeps);
  addMeRoutes(routeDeps);
  addGroupsRoutes(routeDeps);
  addEventsRoutes({ ...routeDeps, watch });
  addOutlookChangeRoutes(routeDeps);
  addAccountsRoutes({ ...routeDeps, ...checkDeps });
  addSignInRoutes(routeDeps);
  addNotificationsRoutes(routeDeps);
  addBotRoutes({
    ...routeDeps,
    receiveActivity: openReceiveActivity(adapter, channelTokenIssuer(config), {
      ...eventDeps,
      messenger,
      readCardFacts,
      readMemberships: openMemberships(deps),
      callConnector,
      linkBases,
      botId: config.BOT_ID,
      tenantId: config.AAD_APP_TENANT_ID,
      adminUsers: config.ADMIN_USERS,
    }),
  });
  await addTabRoutes({ ...routeDeps, folder: tabFolder });
  // Listening comes before the workers: a subscription is only created once Graph can reach us.
  const port = await listen(server, { port: config.PORT, host: config.HOST });
  opened.defer(() => closeServer(server));

  // Before the workers: a waiting sign of life would hide that nobody was there.
  await catchUpAfterGap(deps);
  await startWorkers({
    queue,
    db,
    log,
    handlers: {
      "events.publish": (payload, context) =>
        publishEvent(deps, payload, context),
      "events.publish-pending": () => publishPendingEvents(deps),
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
      "cards.publish": (payload, context) =>
        publishCard(cardDeps, payload, context),
      "cards.publish-due": () => publishDueCards(deps),
      "cards.remove-copy": (payload) => removeCopy(cardDeps, payload),
      "groups.sync": (payload) =>
        syncGroup(
          {
            db,
            enqueue,
            readTeam,
            readTeamOwners: openTeamOwners({ appGraph, log }),
          },
          payload,
        ),
      "groups.sync-all": () => syncAllGroups(deps),
      "groups.welcome": (payload) => welcomeGroup(cardDeps, payload),
    },
  });
  // What a crash left is taken up at once; the schedules would find it within a minute.
  await takeUpJobs(deps);
  await publishPendingEvents(deps);
  await publishDueCards(deps);
  await syncOutdatedGroups(deps);
  await renewDueSubscriptions(deps);
  await checkDueAccounts(deps);

  return port;
}
