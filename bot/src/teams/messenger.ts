import { ActivityTypes, CardFactory, type Activity } from "botbuilder";
import type { Message, Messenger } from "../cards/messenger.ts";
import type { CallConnector } from "./connector.ts";

/** Writes to Teams through the Bot Connector. */
export function openMessenger(deps: {
  callConnector: CallConnector;
  botId: string;
  tenantId: string;
}): Messenger {
  const { callConnector } = deps;
  return {
    post: async ({ serviceUrl, conversationId }, message) => {
      const created = await callConnector(
        "post",
        serviceUrl,
        (client, options) =>
          client.conversations.createConversation(
            {
              isGroup: true,
              bot: { id: `28:${deps.botId}`, name: "" },
              tenantId: deps.tenantId,
              channelData: { channel: { id: conversationId } },
              activity: activityOf(message),
            },
            options,
          ),
      );
      // The thread is named after its first message.
      return created.activityId ?? created.id.split(";messageid=")[1] ?? "";
    },
    openChat: async ({ serviceUrl, teamsUserId }) => {
      const chat = await callConnector(
        "openChat",
        serviceUrl,
        (client, options) =>
          client.conversations.createConversation(
            {
              isGroup: false,
              bot: { id: `28:${deps.botId}`, name: "" },
              members: [{ id: teamsUserId, name: "" }],
              tenantId: deps.tenantId,
              channelData: { tenant: { id: deps.tenantId } },
            },
            options,
          ),
      );
      return chat.id;
    },
    reply: async ({ serviceUrl, conversationId }, message) => {
      const sent = await callConnector("reply", serviceUrl, (client, options) =>
        client.conversations.sendToConversation(
          conversationId,
          activityOf(message),
          options,
        ),
      );
      return sent.id;
    },
    update: async ({ serviceUrl, conversationId }, activityId, message) => {
      await callConnector("update", serviceUrl, (client, options) =>
        client.conversations.updateActivity(
          conversationId,
          activityId,
          { ...activityOf(message), id: activityId },
          options,
        ),
      );
    },
    remove: async ({ serviceUrl, conversationId }, activityId) => {
      await callConnector("remove", serviceUrl, (client, options) =>
        client.conversations.deleteActivity(
          conversationId,
          activityId,
          options,
        ),
      );
    },
  };
}

/** Typed for whole activities; Teams fills in who, where and when. */
function activityOf(message: Message): Activity {
  const content: Partial<Activity> =
    "text" in message
      ? { text: message.text, textFormat: "plain" }
      : {
          summary: message.summary,
          attachments: [CardFactory.adaptiveCard(message.card)],
        };
  return { type: ActivityTypes.Message, ...content } as Activity;
}
