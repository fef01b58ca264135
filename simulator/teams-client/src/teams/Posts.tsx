import { Text, makeStyles, tokens } from "@fluentui/react-components";
import type { Message } from "../api/message-shapes.ts";
import type { Channel, Person, Team } from "../api/shapes.ts";
import { useWorld } from "../api/world.tsx";
import { useOpenPage } from "../app-host/open-page.ts";
import { Compose } from "../messages/Compose.tsx";
import type { ConversationPlace } from "../messages/conversation-place.ts";
import { ConversationList } from "../messages/ConversationList.tsx";
import { MessageThread } from "../messages/MessageThread.tsx";
import { threadsOf } from "../messages/threads.ts";
import { useMessages } from "../messages/use-messages.ts";
import { Failed, Loading } from "../shell/LoadingState.tsx";
import { hasAppIn } from "./channel-app.ts";
import { NoPosts } from "./NoPosts.tsx";

const useStyles = makeStyles({
  page: {
    minHeight: 0,
    display: "grid",
    gridTemplateRows: "minmax(0, 1fr) auto",
    backgroundColor: tokens.colorNeutralBackground2,
  },
  compose: {
    boxSizing: "border-box",
    width: "100%",
    maxWidth: "880px",
    margin: "0 auto",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    "@media (max-width: 640px)": { padding: tokens.spacingHorizontalS },
  },
});

/** The posts of a channel, oldest first, and where to start a new one. */
export function Posts(props: { team: Team; channel: Channel; person: Person }) {
  const styles = useStyles();
  const { team, channel, person } = props;
  const { app } = useWorld();
  const { loaded, reload } = useMessages(channel.id, person.id);
  const { openLink } = useOpenPage({
    kind: "channel",
    team,
    channel,
    tabId: null,
  });
  const isArchived = team.isArchived ?? false;
  const place: ConversationPlace = {
    id: channel.id,
    person,
    kind: "channel",
    isReadOnly: isArchived,
    mayDelete: !isArchived && team.ownerIds.includes(person.id),
    openLink,
    reload,
  };
  if (loaded.status === "loading") return <Loading label="Reading the posts" />;
  if (loaded.status === "failed")
    return <Failed message={loaded.message} onRetry={reload} />;
  return (
    <div className={styles.page}>
      <PostList
        place={place}
        messages={loaded.value}
        channel={channel}
        hasApp={hasAppIn(team, channel)}
      />
      <div className={styles.compose}>
        {isArchived ? (
          <Text>This team is archived: nobody can post here.</Text>
        ) : (
          <Compose
            place={place}
            label={`Post in ${channel.name}`}
            placeholder={`Start a post. ${app.name} hears what mentions it.`}
            replyToId={null}
          />
        )}
      </div>
    </div>
  );
}

function PostList(props: {
  place: ConversationPlace;
  messages: readonly Message[];
  channel: Channel;
  hasApp: boolean;
}) {
  const { place, messages, channel } = props;
  const newest = messages.at(-1);
  if (!newest) return <NoPosts channel={channel} hasApp={props.hasApp} />;
  return (
    <ConversationList label={`Posts in ${channel.name}`} newest={newest}>
      {threadsOf(messages).map((thread) => (
        <li key={thread.first.id}>
          <MessageThread place={place} thread={thread} />
        </li>
      ))}
    </ConversationList>
  );
}
