import { randomUUID } from "node:crypto";
import { lifetime, sign } from "../login/tokens.ts";
import { send } from "../notifications/send.ts";
import type { Simulation } from "../simulation.ts";
import type { Person, Team } from "../world/world-seed.ts";
import {
  botAccountId,
  installationsOf,
  memberId,
  type Announcer,
  type Installation,
} from "./connector.ts";
import { connectorIssuer } from "./openid-metadata.ts";

type Activity = Record<string, unknown>;

const replyTimeoutMs = 15_000;
const firstRetryMs = 250;
const longestRetryMs = 2_000;
/** The product may start some time after the simulator; Teams itself would give up sooner. */
const givenUpAfterMs = 15 * 60 * 1000;

/** Sends activities in order, one at a time, and waits for a bot that is not up yet. */
export function botAnnouncer(simulation: Simulation): Announcer {
  const closing = new AbortController();
  let queue: Promise<void> = Promise.resolve();
  const inOrder = (work: () => Promise<void>) => {
    queue = queue.then(work).catch((error: unknown) => {
      if (!closing.signal.aborted)
        console.error("Telling the bot failed:", error);
    });
  };

  const post = async (activity: Activity): Promise<void> => {
    const startedMs = performance.now();
    let retryMs = firstRetryMs;
    while (!closing.signal.aborted) {
      const status = await postOnce(simulation, activity);
      const isDown = [0, 502, 503, 504].includes(status);
      if (!isDown || performance.now() - startedMs > givenUpAfterMs) return;
      await pause(retryMs, closing.signal);
      retryMs = Math.min(retryMs * 2, longestRetryMs);
    }
  };

  return {
    installed(installation) {
      inOrder(async () => {
        const where = placeOf(simulation, installation);
        if (!where) return;
        await post(membersActivity(simulation, where, "added"));
        await post(installationActivity(simulation, where, "add"));
        if (closing.signal.aborted) return;
        const current = installationsOf(simulation).get(installation.teamId);
        if (!current) return;
        installationsOf(simulation).put(installation.teamId, {
          ...current,
          isAnnounced: true,
        });
      });
    },
    removed(installation, byPersonId) {
      inOrder(async () => {
        const where = placeOf(simulation, {
          ...installation,
          installedById: byPersonId,
        });
        if (!where) return;
        await post(membersActivity(simulation, where, "removed"));
        await post(installationActivity(simulation, where, "remove"));
      });
    },
    close: () => closing.abort(),
  };
}

interface Place {
  team: Team;
  actor: Person;
}

function placeOf(
  simulation: Simulation,
  installation: Installation,
): Place | null {
  const { directory } = simulation;
  const team = directory.team(installation.teamId);
  const actor = directory.person(installation.installedById);
  return team && actor ? { team, actor } : null;
}

async function postOnce(
  simulation: Simulation,
  activity: Activity,
): Promise<number> {
  const { app, addresses, keys, clock, publicUrl } = simulation;
  const token = await sign(keys.botFramework, {
    iss: connectorIssuer,
    aud: app.botId,
    ...lifetime(clock.now()),
    serviceurl: addresses.connectorUrl,
  });
  const reply = await send(simulation, {
    service: "bot",
    url: `${publicUrl}/api/messages`,
    body: activity,
    headers: { Authorization: `Bearer ${token}` },
    timeoutMs: replyTimeoutMs,
    isListedOnlyWhenAnswered: true,
  });
  return reply.status;
}

/** Teams: Conversation events in your Teams bot, bot added to or removed from a team. */
function membersActivity(
  simulation: Simulation,
  where: Place,
  change: "added" | "removed",
): Activity {
  const members = [{ id: botAccountId(simulation) }];
  return {
    ...commonFields(simulation, where),
    type: "conversationUpdate",
    ...(change === "added"
      ? { membersAdded: members }
      : { membersRemoved: members }),
    channelData: {
      team: teamInfo(where.team),
      eventType: change === "added" ? "teamMemberAdded" : "teamMemberRemoved",
      tenant: { id: simulation.directory.tenant.id },
    },
  };
}

/** Teams: Conversation events in your Teams bot, installation update event. */
function installationActivity(
  simulation: Simulation,
  where: Place,
  action: "add" | "remove",
): Activity {
  return {
    ...commonFields(simulation, where),
    type: "installationUpdate",
    action,
    channelData: {
      settings: { selectedChannel: { id: where.team.id } },
      channel: { id: where.team.id },
      team: teamInfo(where.team),
      tenant: { id: simulation.directory.tenant.id },
      source: { name: "message" },
    },
  };
}

function commonFields(simulation: Simulation, where: Place): Activity {
  const { app, addresses, clock, directory } = simulation;
  return {
    id: `f:${randomUUID()}`,
    timestamp: clock.now().toISOString(),
    channelId: "msteams",
    serviceUrl: addresses.connectorUrl,
    from: {
      id: memberId(simulation, where.actor),
      aadObjectId: where.actor.id,
    },
    conversation: {
      isGroup: true,
      conversationType: "channel",
      tenantId: directory.tenant.id,
      id: where.team.id,
    },
    recipient: { id: botAccountId(simulation), name: app.name },
  };
}

function teamInfo(team: Team) {
  return { id: team.id, name: team.name, aadGroupId: team.groupId };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms).unref();
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
