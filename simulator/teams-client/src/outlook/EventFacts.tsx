import { Link, Text, makeStyles, tokens } from "@fluentui/react-components";
import {
  Clock20Regular,
  Location20Regular,
  Video20Regular,
} from "@fluentui/react-icons";
import type { ReactElement, ReactNode } from "react";
import type { MailboxEvent } from "../api/mailbox-shapes.ts";
import { standingSentence } from "./standing-words.ts";
import { readerOfThisBrowser, whenOf } from "./when.ts";

const useStyles = makeStyles({
  facts: {
    margin: 0,
    display: "grid",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  fact: { display: "flex", gap: tokens.spacingHorizontalS },
  term: { color: tokens.colorNeutralForeground3, lineHeight: 0 },
  value: { margin: 0, minWidth: 0, overflowWrap: "anywhere" },
});

/** When (for the reader), where, and the way into the meeting. */
export function EventFacts({ event }: { event: MailboxEvent }) {
  const styles = useStyles();
  return (
    <dl className={styles.facts} aria-label="Event">
      <Fact name="When" icon={<Clock20Regular />}>
        <Text>{whenOf(event, readerOfThisBrowser())}</Text>
      </Fact>
      {event.location && (
        <Fact name="Where" icon={<Location20Regular />}>
          <Text>{event.location}</Text>
        </Fact>
      )}
      {event.joinUrl && !event.isCancelled && (
        <Fact name="Online" icon={<Video20Regular />}>
          <Link href={event.joinUrl} target="_blank" rel="noreferrer">
            Join the Teams meeting
          </Link>
          {event.inMeeting && (
            <Text block>{standingSentence(event.inMeeting)}</Text>
          )}
        </Fact>
      )}
    </dl>
  );
}

function Fact(props: {
  name: string;
  icon: ReactElement;
  children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <div className={styles.fact}>
      <dt className={styles.term} title={props.name} aria-label={props.name}>
        {props.icon}
      </dt>
      <dd className={styles.value}>{props.children}</dd>
    </div>
  );
}
