import { BotBuilderCloudAdapter } from "@microsoft/teamsfx";
import type { CloudAdapter, ConversationReference } from "botbuilder";
import { z } from "zod";
import type { TeamFacts, TeamMember } from "../groups/team-facts.ts";
import { isOurs, memberSchema } from "./team-member.ts";

const channelSchema = z.object({
  id: z.string(),
  name: z.string().nullish(),
  type: z.enum(["standard", "private", "shared"]).catch("standard"),
});

/** Members a page; Teams gives 500 at most (Bot: "Get paged members"). */
const pageSize = 500;

/** Reads a team through the bot: teamsfx's installation over our adapter. */
export async function readInstallation(given: {
  adapter: CloudAdapter;
  botId: string;
  tenantId: string;
  conversationReference: unknown;
}): Promise<TeamFacts> {
  const installation = new BotBuilderCloudAdapter.TeamsBotInstallation(
    given.adapter,
    // Stored as the bot framework gave it.
    given.conversationReference as Partial<ConversationReference>,
    given.botId,
  );
  const details = await installation.getTeamDetails();
  const channels = await installation.channels();
  const members: TeamMember[] = [];
  let continuationToken: string | undefined;
  do {
    const page = await installation.getPagedMembers(
      pageSize,
      continuationToken,
    );
    for (const { account } of page.data) {
      const member = memberSchema.parse(account);
      if (member && isOurs(member, given.tenantId)) members.push(member);
    }
    continuationToken = page.continuationToken || undefined;
  } while (continuationToken);
  return {
    name: details?.name ?? "",
    channels: channels.map(({ info }) => {
      const channel = channelSchema.parse(info);
      return {
        id: channel.id,
        // Teams gives the General channel no name (Bot: "Fetch channels").
        name: channel.name ?? "General",
        kind: channel.type,
      };
    }),
    members,
  };
}
