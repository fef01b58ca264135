import { TeamsActivityHandler, TurnContext, type Activity } from "botbuilder";
import { z } from "zod";
import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import { installGroup, uninstallGroup } from "../groups/install-group.ts";
import { requestSync } from "../groups/request-sync.ts";
import type { Enqueue } from "../jobs/job-queue.ts";

interface HandlerDeps {
  db: Db;
  clock: Clock;
  enqueue: Enqueue;
  log: Logger;
  botId: string;
  /** The only organization that may talk to the bot. */
  tenantId: string;
}

const channelDataSchema = z.object({
  eventType: z.string().optional(),
  tenant: z.object({ id: z.string() }).optional(),
  team: z
    .object({
      id: z.string(),
      name: z.string().nullish(),
      aadGroupId: z.string().nullish(),
    })
    .optional(),
});

type ChannelData = z.output<typeof channelDataSchema>;

/** Team events after which name, channels or roster are read again. */
const teamEvents = new Set([
  "teamRenamed",
  "channelCreated",
  "channelRenamed",
  "channelDeleted",
  "channelRestored",
  "teamMemberAdded",
  "teamMemberRemoved",
]);

/** Follows what happens to the app in Teams. Activities of other organizations are ignored. */
export function openActivityHandler(deps: HandlerDeps): TeamsActivityHandler {
  const handler = new TeamsActivityHandler();
  handler.onConversationUpdate(async (context, next) => {
    const data = readChannelData(deps, context.activity);
    if (data?.team) await followTeam(deps, context.activity, data);
    await next();
  });
  handler.onMessage(async (context, next) => {
    await context.sendActivity(
      "ERG Events works in its tab: open it to see what is on, to answer and to schedule.",
    );
    await next();
  });
  return handler;
}

function readChannelData(
  deps: HandlerDeps,
  activity: Activity,
): ChannelData | null {
  const parsed = channelDataSchema.safeParse(activity.channelData);
  const tenantId = parsed.data?.tenant?.id ?? activity.conversation.tenantId;
  if (!parsed.success || tenantId !== deps.tenantId) {
    deps.log.warn("an activity of another organization was ignored");
    return null;
  }
  return parsed.data;
}

async function followTeam(
  deps: HandlerDeps,
  activity: Activity,
  data: ChannelData,
): Promise<void> {
  const { team } = data;
  if (!team) return;
  const isBot = ({ id }: { id: string }) => id.endsWith(deps.botId);
  if (activity.membersAdded?.some(isBot)) {
    await installGroup(deps, {
      teamId: team.id,
      teamName: team.name ?? "",
      directoryGroupId: team.aadGroupId ?? null,
      conversationReference: teamReference(activity, team.id),
      installer: activity.from.aadObjectId
        ? {
            objectId: activity.from.aadObjectId,
            displayName: activity.from.name || activity.from.aadObjectId,
          }
        : null,
    });
  } else if (
    activity.membersRemoved?.some(isBot) ||
    data.eventType === "teamDeleted"
  )
    await uninstallGroup(deps, team.id);
  else if (data.eventType && teamEvents.has(data.eventType))
    await requestSync(deps, team.id);
}

/** A reference to the team itself, whichever channel the activity came from. */
function teamReference(activity: Activity, teamId: string) {
  const reference = TurnContext.getConversationReference(activity);
  return {
    ...reference,
    conversation: {
      ...reference.conversation,
      id: teamId,
      conversationType: "channel",
      isGroup: true,
    },
  };
}
