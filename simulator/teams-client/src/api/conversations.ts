import { canonicalLocale } from "../shell/reader-locale.ts";
import { anyShape, call } from "./call.ts";
import {
  invokeAnswerShape,
  messagesShape,
  type ExecutedAction,
} from "./message-shapes.ts";

const segment = encodeURIComponent;

/** A channel by its thread id, or somebody's chat with the bot. */
export function personalConversation(personId: string): string {
  return `personal:${personId}`;
}

type Place = { conversationId: string; personId: string };
type MessagePlace = Place & { messageId: string };

const pathOf = ({ conversationId }: Place) =>
  `/conversations/${segment(conversationId)}/messages`;
const messagePath = (place: MessagePlace) =>
  `${pathOf(place)}/${segment(place.messageId)}`;

/** What a Teams client asks of the service about messages. */
export const conversations = {
  messages: async (place: Place, signal?: AbortSignal) => {
    const path = `${pathOf(place)}?personId=${segment(place.personId)}`;
    const { messages } = await call({ path, shape: messagesShape, signal });
    return messages;
  },

  say: (
    place: Place,
    message: { text: string; mentionsBot: boolean; replyToId: string | null },
  ) =>
    call({
      path: pathOf(place),
      method: "POST",
      body: {
        personId: place.personId,
        text: message.text,
        mentionsBot: message.mentionsBot,
        // Teams tells a bot what it knows of the client (Bot Framework: activity schema, clientInfo).
        locale: canonicalLocale(navigator.language),
        timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        ...(message.replyToId === null ? {} : { replyToId: message.replyToId }),
      },
      shape: anyShape,
    }),

  invoke: (
    place: MessagePlace,
    request: { trigger: "manual" | "automatic"; action: ExecutedAction },
  ) =>
    call({
      path: `${messagePath(place)}/invoke`,
      method: "POST",
      body: { personId: place.personId, ...request },
      shape: invokeAnswerShape,
    }),

  submit: (place: MessagePlace, data: unknown) =>
    call({
      path: `${messagePath(place)}/submit`,
      method: "POST",
      body: { personId: place.personId, data },
      shape: anyShape,
    }),

  deleteMessage: (place: MessagePlace) =>
    call({
      path: messagePath(place),
      method: "DELETE",
      body: { personId: place.personId },
      shape: anyShape,
    }),
};
