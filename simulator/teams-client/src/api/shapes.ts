import { z } from "zod";

/** What the simulator's browser-facing interface (`/sim/api`) answers, as far as this client reads it. */

export const personShape = z.object({
  id: z.string(),
  upn: z.string(),
  mail: z.string(),
  displayName: z.string(),
  jobTitle: z.string().nullish(),
  isAdmin: z.boolean(),
  isServiceAccount: z.boolean(),
  /** The personal app is installed, so that the bot can be talked to. */
  hasApp: z.boolean().optional(),
  blocksBot: z.boolean().optional(),
});

const tabShape = z.object({
  entityId: z.string(),
  name: z.string(),
  contentUrl: z.string(),
  websiteUrl: z.string().optional(),
});

/** As it was set up in a channel. */
const channelTabShape = tabShape.extend({ id: z.string() });

const channelShape = z.object({
  id: z.string(),
  name: z.string(),
  membershipType: z.enum(["standard", "private", "shared"]),
  /** Who sees a private or shared channel; null or nothing: everybody in the team. */
  memberIds: z.array(z.string()).nullish(),
  /** Only private and shared channels need the app added to themselves. */
  hasApp: z.boolean().optional(),
  tabs: z.array(channelTabShape).optional(),
});

const teamShape = z.object({
  id: z.string(),
  groupId: z.string(),
  name: z.string(),
  description: z.string().nullish(),
  confidentialHint: z.boolean().optional(),
  isArchived: z.boolean().optional(),
  channels: z.array(channelShape),
  deletedChannels: z.array(channelShape).optional(),
  ownerIds: z.array(z.string()),
  memberIds: z.array(z.string()),
  app: z.object({ installedById: z.string() }).nullable(),
});

export const worldShape = z.object({
  tenant: z.object({ id: z.string(), name: z.string() }),
  people: z.array(personShape),
  teams: z.array(teamShape),
  app: z.object({
    appId: z.string(),
    name: z.string(),
    clientId: z.string(),
    botId: z.string(),
    baseUrl: z.string(),
    personalTabs: z.array(tabShape),
    configurableTab: z.object({
      configurationUrl: z.string(),
      canUpdateConfiguration: z.boolean(),
    }),
    /** What the manifest's `commandLists` suggest to say to the bot, and where. */
    commands: z.array(
      z.object({
        title: z.string(),
        description: z.string(),
        scopes: z.array(z.enum(["personal", "team"])),
      }),
    ),
  }),
});

export const peopleShape = z.object({ people: z.array(personShape) });
export const ssoTokenShape = z.object({ token: z.string() });
export const refusalShape = z.object({ error: z.string() });

export type Person = z.infer<typeof personShape>;
export type Channel = z.infer<typeof channelShape>;
export type Team = z.infer<typeof teamShape>;
export type ChannelTab = z.infer<typeof channelTabShape>;
export type AppTab = z.infer<typeof tabShape>;
export type World = z.infer<typeof worldShape>;
