import {
  Badge,
  Caption1,
  Caption1Strong,
  Subtitle2,
  Text,
  mergeClasses,
} from "@fluentui/react-components";
import type { MailboxEvent } from "../api/mailbox-shapes.ts";
import { answerWord } from "./answers.ts";
import { useListStyles } from "./list-styles.ts";
import { dayOf, readerOfThisBrowser, timeRange, type Reader } from "./when.ts";

type AgendaProps = {
  events: readonly MailboxEvent[];
  openId: string | undefined;
  onOpen: (event: MailboxEvent) => void;
};

/** The calendar as a list by start; the day is named where it changes. */
export function Agenda({ events, openId, onOpen }: AgendaProps) {
  const styles = useListStyles();
  const reader = readerOfThisBrowser();
  return (
    <section className={styles.section} aria-label="Events">
      <Subtitle2 as="h2" className={styles.heading}>
        Calendar
      </Subtitle2>
      {events.length === 0 && (
        <Text className={mergeClasses(styles.empty, styles.muted)} block>
          Nothing is in this calendar yet.
        </Text>
      )}
      <ul aria-label="Calendar" className={styles.list}>
        {events.map((event, index) => {
          const day = agendaDay(event, reader);
          const before = events[index - 1];
          const isNewDay = !before || agendaDay(before, reader) !== day;
          return (
            <li key={event.id} aria-label={event.subject}>
              {isNewDay && (
                <Caption1Strong className={styles.heading}>
                  {day}
                </Caption1Strong>
              )}
              <AgendaItem
                event={event}
                isOpen={event.id === openId}
                onOpen={onOpen}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Whole days are the same days for everybody. */
function agendaDay(event: MailboxEvent, reader: Reader): string {
  const { timeZone } = event.isAllDay ? event.start : reader;
  return dayOf(event.startsAt, { ...reader, timeZone });
}

function AgendaItem(props: {
  event: MailboxEvent;
  isOpen: boolean;
  onOpen: (event: MailboxEvent) => void;
}) {
  const styles = useListStyles();
  const { event, isOpen } = props;
  return (
    <button
      type="button"
      className={mergeClasses(styles.item, isOpen && styles.open)}
      aria-current={isOpen ? "true" : undefined}
      onClick={() => props.onOpen(event)}
    >
      <Text
        className={mergeClasses(
          styles.grow,
          event.isCancelled && styles.cancelled,
        )}
      >
        {event.subject}
      </Text>
      <span className={styles.line}>
        <Caption1 className={mergeClasses(styles.grow, styles.muted)}>
          {timeRange(event, readerOfThisBrowser())}
        </Caption1>
        <Badge
          size="small"
          appearance="tint"
          color={event.isCancelled ? "danger" : "informative"}
        >
          {event.isCancelled ? "Canceled" : answerWord(event.myResponse)}
        </Badge>
      </span>
    </button>
  );
}
