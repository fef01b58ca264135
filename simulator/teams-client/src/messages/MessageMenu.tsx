import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import {
  Delete20Regular,
  MoreHorizontal20Regular,
} from "@fluentui/react-icons";
import { conversations } from "../api/conversations.ts";
import type { Message } from "../api/message-shapes.ts";
import type { ConversationPlace } from "./conversation-place.ts";

/** What an owner of the team may do with a bot's message. */
export function MessageMenu(props: {
  place: ConversationPlace;
  message: Message;
  authorName: string;
  onFailed: (error: unknown) => void;
}) {
  const { place, message, authorName, onFailed } = props;
  const isDeletable =
    place.mayDelete && message.from.kind === "bot" && !message.isDeleted;
  if (!isDeletable) return null;
  const remove = () => {
    conversations
      .deleteMessage({
        conversationId: place.id,
        personId: place.person.id,
        messageId: message.id,
      })
      .then(place.reload, onFailed);
  };
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          size="small"
          icon={<MoreHorizontal20Regular />}
          aria-label={`More about the message of ${authorName}`}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<Delete20Regular />} onClick={remove}>
            Delete message
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
