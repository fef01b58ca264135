import { memo } from "react";
import type { EventSummary } from "../../../../bot/contract/event-list.ts";
import { optionalPart } from "../../layout/late-part.tsx";
import { Tag } from "../../layout/Tag.tsx";
import { TextLink } from "../../layout/TextLink.tsx";
import { useReader } from "../../teams/reader.ts";
import { whenHereAndThere } from "../../time/when-sentence.ts";
import { listOf } from "../list-of.ts";
import { answerLabel, tallyInShort } from "../answer-words.ts";
import { statusLabel } from "../status-label.ts";
import { DateBlock } from "./DateBlock.tsx";
import { RowAnswer } from "./RowAnswer.tsx";
import styles from "./EventRow.module.css";

/** Only what is on, or soon will be, has it. */
const JoinLink = optionalPart(
  async () => (await import("./JoinLink.tsx")).JoinLink,
);

/** One event of a list, of which far ones may not be drawn: so the row says which it is of how many. */
export const EventRow = memo(function EventRow(props: {
  event: EventSummary;
  position: number;
  /** -1: not known. */
  size: number;
  /** Of a past event nothing is asked any more. */
  isPast: boolean;
  onChanged: (event: EventSummary) => void;
}) {
  const reader = useReader();
  const { event } = props;
  const takesAnswers =
    !props.isPast && event.myAnswer !== null && isOut(event.status);
  const { here, there } = whenHereAndThere(event, reader);
  return (
    <div
      className={styles.row}
      role="listitem"
      aria-posinset={props.position}
      aria-setsize={props.size}
      data-event={event.id}
    >
      <DateBlock event={event} />
      <div className={styles.facts}>
        <h2 className={styles.title} dir="auto">
          <TextLink to={`/events/${event.id}`} className={styles.link}>
            {event.title}
          </TextLink>
        </h2>
        <span>{there === null ? here : `${here} · ${there}`}</span>
        <span className={styles.quiet}>{placeLine(event)}</span>
        <RowBadges event={event} isPast={props.isPast} />
        {event.joinUrl !== null && (
          <JoinLink event={event} joinUrl={event.joinUrl} />
        )}
      </div>
      {takesAnswers && (
        <div className={styles.answer}>
          <RowAnswer event={event} onChanged={props.onChanged} />
        </div>
      )}
    </div>
  );
});

/** Whether people have heard of it, and it takes place. */
function isOut(status: EventSummary["status"]): boolean {
  return !["scheduling", "cancelling", "cancelled"].includes(status);
}

function placeLine(event: EventSummary): string {
  const hosts = [event.groupName, ...event.coHosts.map(({ name }) => name)];
  const parts = [listOf(hosts), event.location];
  if (event.isOnline) parts.push("Teams meeting");
  return parts.filter((part) => part !== "").join(" · ");
}

function RowBadges(props: { event: EventSummary; isPast: boolean }) {
  const { event } = props;
  // What is over waits for no answer.
  const isClosed =
    event.status === "cancelled" || (props.isPast && event.myAnswer === "none");
  const answer = isClosed ? null : event.myAnswer;
  const status = statusLabel(event.status);
  return (
    <div className={styles.badges}>
      {status && (
        <Tag tone={event.status === "failed" ? "danger" : "warning"}>
          {status}
        </Tag>
      )}
      <Tag>{tallyInShort(event.tally)}</Tag>
      {event.came !== null && (
        <Tag tone="success">{cameInShort(event.came)}</Tag>
      )}
      {answer !== null && (
        <Tag {...answerTone(answer)}>
          {answer === "none"
            ? "Your answer is open"
            : `You: ${answerLabel(answer)}`}
        </Tag>
      )}
    </div>
  );
}

function cameInShort(came: number): string {
  return came === 0 ? "Nobody came" : `${came.toLocaleString("en")} came`;
}

function answerTone(answer: NonNullable<EventSummary["myAnswer"]>) {
  if (answer === "accepted") return { tone: "success" } as const;
  return answer === "none" ? ({ tone: "brand" } as const) : {};
}
