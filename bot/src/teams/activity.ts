import { z } from "zod";

const accountSchema = z.looseObject({
  id: z.string().min(1).max(500),
  name: z.string().max(500).nullish(),
  aadObjectId: z.guid().nullish(),
});

/**
 * What is needed of an activity of Teams, whatever its type. The rest is read where it is used; nothing
 * is believed before the adapter has authenticated who sent it.
 */
export const activitySchema = z.looseObject({
  type: z.string().min(1).max(100),
  id: z.string().max(500).nullish(),
  channelId: z.literal("msteams"),
  // The adapter compares it with the token's, but only where there is one.
  serviceUrl: z.url({ protocol: /^https?$/ }).max(2000),
  from: accountSchema,
  recipient: accountSchema.nullish(),
  conversation: z.looseObject({
    id: z.string().min(1).max(1000),
    conversationType: z.string().max(50).nullish(),
    tenantId: z.string().max(100).nullish(),
  }),
  name: z.string().max(200).nullish(),
  text: z.string().max(100_000).nullish(),
  replyToId: z.string().max(500).nullish(),
  value: z.unknown().optional(),
  action: z.string().max(50).nullish(),
  membersAdded: z.array(accountSchema).max(10_000).nullish(),
  membersRemoved: z.array(accountSchema).max(10_000).nullish(),
  entities: z.array(z.looseObject({ type: z.string() })).nullish(),
  channelData: z
    .looseObject({
      eventType: z.string().nullish(),
      tenant: z.looseObject({ id: z.string() }).nullish(),
      team: z
        .looseObject({
          id: z.string().min(1).max(500),
          name: z.string().nullish(),
          aadGroupId: z.string().nullish(),
        })
        .nullish(),
      channel: z
        .looseObject({
          id: z.string().min(1).max(500),
          name: z.string().nullish(),
          type: z.string().nullish(),
        })
        .nullish(),
    })
    .nullish(),
});

export type TeamsActivity = z.output<typeof activitySchema>;

/** Whether an activity comes from this organization, by everything that it says of it. */
export function isOfTenant(activity: TeamsActivity, tenantId: string): boolean {
  const named = [
    activity.channelData?.tenant?.id,
    activity.conversation.tenantId,
  ].filter((tenant) => tenant != null);
  return named.length > 0 && named.every((tenant) => tenant === tenantId);
}

/** Whether something happened in the reader's private chat with the bot. */
export function isPersonal(activity: TeamsActivity): boolean {
  return activity.conversation.conversationType === "personal";
}

/** The channel's own id; a thread in it is `<channel>;messageid=<first message>`. */
export function channelIdOf(activity: TeamsActivity): string {
  return (
    activity.channelData?.channel?.id ??
    activity.conversation.id.split(";")[0] ??
    activity.conversation.id
  );
}
