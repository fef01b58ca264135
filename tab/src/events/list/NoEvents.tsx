import { TextLink } from "../../layout/TextLink.tsx";
import { Icon } from "../../layout/Icon.tsx";
import { narrowedWords } from "./no-events-words.ts";
import type { EventFilter } from "./use-event-list.ts";
import styles from "./NoEvents.module.css";

/** Of every group and state. */
const allMyEvents = "/?group=all";

interface NoEventsProps {
  filter: EventFilter;
  inGroups: boolean;
  /** The filter asks for a group that the reader is not in. */
  isOthers: boolean;
  canSchedule: boolean;
}

/** Leads to what the reader has, from the events of a group that is not theirs; names no group. */
export function OthersGroup() {
  return (
    <p className={styles.text}>
      These are the events of a group that you are not in, or that has left ERG
      Events. Those to which you are invited appear here, and those which a
      group of yours hosts together with it.{" "}
      <TextLink to={allMyEvents}>Show all my events</TextLink>
    </p>
  );
}

export function NoEvents(props: NoEventsProps) {
  const narrowed = narrowedWords(props.filter);
  const isNarrowed = narrowed !== null;
  const { title, text } = narrowed ?? wordsFor(props);
  return (
    <div className={styles.empty}>
      <span className={styles.icon}>
        <Icon name="calendar" />
      </span>
      <h2 className={styles.title}>{title}</h2>
      {text === null ? <OthersGroup /> : <p className={styles.text}>{text}</p>}
      {isNarrowed && <TextLink to={allMyEvents}>Show all my events</TextLink>}
    </div>
  );
}

function wordsFor(of: NoEventsProps): { title: string; text: string | null } {
  const { filter, inGroups, canSchedule } = of;
  if (of.isOthers) return { title: "No events for you here", text: null };
  if (!inGroups) {
    return {
      title: "You are in no group yet",
      text: "Events of employee resource groups appear here. Join a group's team in Teams where ERG Events is installed; if you lead a group, add the app to its team.",
    };
  }
  if (filter.shown === "past") {
    return {
      title: "No past events",
      text: "Events move here when they are over, with the answers that people gave.",
    };
  }
  if (canSchedule) {
    return {
      title: "Nothing is planned yet",
      text: "Schedule an event: everybody you choose gets an invitation in Outlook, and their answers are counted here.",
    };
  }
  return {
    title: "Nothing is planned yet",
    text: "When a lead of your group schedules an event, you get an invitation in Outlook and find the event here.",
  };
}
