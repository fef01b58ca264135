import {
  Badge,
  Button,
  Caption1,
  Persona,
  Title3,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { ArrowLeft20Regular } from "@fluentui/react-icons";
import type { Mail, MailboxEvent } from "../api/mailbox-shapes.ts";
import type { Person } from "../api/shapes.ts";
import { AnswerBar } from "./AnswerBar.tsx";
import { CancelledBar } from "./CancelledBar.tsx";
import { EventFacts } from "./EventFacts.tsx";
import { mailKinds } from "./mail-kinds.ts";
import { MailBody } from "./MailBody.tsx";
import { OrganizerBar } from "./OrganizerBar.tsx";
import { Tracking } from "./Tracking.tsx";
import { briefly, readerOfThisBrowser } from "./when.ts";

const useStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXL,
    "@media (max-width: 640px)": { padding: tokens.spacingHorizontalL },
  },
  back: {
    alignSelf: "flex-start",
    display: "none",
    "@media (max-width: 640px)": { display: "inline-flex" },
  },
  subject: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    margin: 0,
    overflowWrap: "anywhere",
  },
});

/** One mail with the event that it is about, or an event of the calendar. */
export function ReadingPane(props: {
  person: Person;
  mail: Mail | undefined;
  event: MailboxEvent | undefined;
  onChanged: () => void;
  onClose: () => void;
}) {
  const styles = useStyles();
  const { person, mail, event, onChanged, onClose } = props;
  const subject = mail?.subject ?? event?.subject ?? "";
  const kind = mail ? mailKinds[mail.kind] : undefined;
  const mayAnswer = event && !event.isOrganizer && !event.isCancelled;
  return (
    <article className={styles.pane} aria-label={subject}>
      <Button
        className={styles.back}
        appearance="subtle"
        icon={<ArrowLeft20Regular />}
        onClick={onClose}
      >
        Back to the lists
      </Button>
      <Title3 as="h1" className={styles.subject}>
        {subject}
        {kind?.badge && (
          <Badge appearance="tint" color={kind.color}>
            {kind.badge}
          </Badge>
        )}
      </Title3>
      <Sender mail={mail} event={event} />
      {mayAnswer && (
        <AnswerBar person={person} event={event} onChanged={onChanged} />
      )}
      {event?.isOrganizer && !event.isCancelled && (
        <OrganizerBar
          person={person}
          event={event}
          onChanged={onChanged}
          onCancelled={() => {
            onClose();
            onChanged();
          }}
        />
      )}
      {event?.isCancelled && !event.isOrganizer && (
        <CancelledBar
          person={person}
          event={event}
          onRemoved={() => {
            onClose();
            onChanged();
          }}
        />
      )}
      {event && <EventFacts event={event} />}
      <MailBody html={mail?.bodyHtml ?? event?.bodyHtml ?? ""} />
      {event?.isOrganizer && <Tracking attendees={event.attendees} />}
    </article>
  );
}

function Sender(props: {
  mail: Mail | undefined;
  event: MailboxEvent | undefined;
}) {
  const { mail, event } = props;
  const from = mail?.from ?? event?.organizer;
  if (!from) return null;
  const received = mail && briefly(mail.receivedAt, readerOfThisBrowser());
  return (
    <Persona
      name={from.name}
      avatar={{ color: "colorful", "aria-hidden": true }}
      secondaryText={
        <Caption1>
          {from.address}
          {received && ` · ${received}`}
        </Caption1>
      }
      tertiaryText={mail ? `To: ${recipients(mail)}` : null}
      size="large"
    />
  );
}

function recipients({ to }: Mail): string {
  const [first, ...others] = to;
  if (!first) return "nobody";
  return others.length === 0
    ? first.name
    : `${first.name} and ${String(others.length)} more`;
}
