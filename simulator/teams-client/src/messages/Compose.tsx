import {
  Button,
  Caption1,
  Textarea,
  ToggleButton,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { Mention20Regular, Send20Regular } from "@fluentui/react-icons";
import { useState, type KeyboardEvent } from "react";
import { sentenceOf } from "../api/call.ts";
import { conversations } from "../api/conversations.ts";
import { useWorld } from "../api/world.tsx";
import { BotSuggestions } from "../chat/BotSuggestions.tsx";
import type { ConversationPlace } from "./conversation-place.ts";
import { namesBot, withoutMention } from "./mention.ts";

const useStyles = makeStyles({
  compose: { display: "grid", gap: tokens.spacingVerticalXS },
  row: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
  },
  toggle: { minWidth: 0 },
  error: { color: tokens.colorStatusDangerForeground1 },
  send: { marginInlineStart: "auto" },
});

/** Where somebody writes a message; Enter sends it, Shift and Enter begin a new line. */
export function Compose(props: {
  place: ConversationPlace;
  label: string;
  placeholder: string;
  replyToId: string | null;
  onSent?: () => void;
}) {
  const styles = useStyles();
  const { place, label, placeholder, replyToId } = props;
  const { app } = useWorld();
  const [text, setText] = useState("");
  const [isMentioned, setIsMentioned] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState("");
  const isPersonal = place.kind === "personal";
  const isHeard = isPersonal || isMentioned || namesBot(text, app.name);

  const say = (said: string, onSaid: () => void) => {
    if (said === "" || isSending) return;
    setIsSending(true);
    setError("");
    conversations
      .say(
        { conversationId: place.id, personId: place.person.id },
        { text: said, mentionsBot: isHeard, replyToId },
      )
      .then(
        () => {
          onSaid();
          setIsMentioned(false);
          place.reload();
          props.onSent?.();
        },
        (failure: unknown) => setError(sentenceOf(failure)),
      )
      .finally(() => setIsSending(false));
  };
  const send = () => say(withoutMention(text, app.name), () => setText(""));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey) return;
    if (event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <form
      className={styles.compose}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {isHeard && (
        <BotSuggestions
          scope={isPersonal ? "personal" : "team"}
          onChoose={(command) => say(command, () => {})}
        />
      )}
      <Textarea
        aria-label={label}
        placeholder={placeholder}
        resize="vertical"
        rows={1}
        value={text}
        onChange={(_, data) => setText(data.value)}
        onKeyDown={onKeyDown}
      />
      {error !== "" && (
        <Caption1 role="alert" className={styles.error}>
          {error}
        </Caption1>
      )}
      <div className={styles.row}>
        {!isPersonal && (
          <ToggleButton
            className={styles.toggle}
            size="small"
            appearance="subtle"
            icon={<Mention20Regular />}
            checked={isHeard}
            onClick={() => setIsMentioned((value) => !value)}
          >
            {`Mention ${app.name}`}
          </ToggleButton>
        )}
        <Button
          className={styles.send}
          type="submit"
          size="small"
          appearance="primary"
          icon={<Send20Regular />}
          disabled={isSending || text.trim() === ""}
        >
          Send
        </Button>
      </div>
    </form>
  );
}
