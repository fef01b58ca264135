import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { VideoRegular } from "@fluentui/react-icons/svg/video";
import type { ReactNode } from "react";
import type { EventDetail } from "../../../../bot/contract/events.ts";
import { Section } from "../../layout/Section.tsx";
import { useReader } from "../../teams/reader.ts";
import { listOf } from "../list-of.ts";
import { placeSentence } from "../place-words.ts";
import { CalendarFilePart } from "./CalendarFilePart.tsx";
import { RichTextView } from "./RichTextView.tsx";
import { whenHereAndThere } from "../../time/when-sentence.ts";

const useStyles = makeStyles({
  facts: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    margin: 0,
  },
  term: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  detail: { margin: 0, overflowWrap: "anywhere", whiteSpace: "pre-wrap" },
  quiet: { color: tokens.colorNeutralForeground2 },
  join: { alignSelf: "flex-start" },
});

/** When, where, whose and what. */
export function EventFacts({ event }: { event: EventDetail }) {
  const styles = useStyles();
  const reader = useReader();
  const { here, there } = whenHereAndThere(event, reader);
  return (
    <Section heading="Details">
      <dl className={styles.facts}>
        <Fact term="When">
          {here}
          {there !== null && <div className={styles.quiet}>{there}</div>}
        </Fact>
        <Fact term="Where">{placeOf(event)}</Fact>
        <Fact term={event.coHosts.length > 0 ? "Groups" : "Group"}>
          {listOf([event.group, ...event.coHosts].map(groupLabel))}
        </Fact>
        {event.organizer && (
          <Fact term="Invitations come from">
            {event.organizer.displayName} ({event.organizer.address})
          </Fact>
        )}
        {event.description !== "" && (
          <Fact term="Description">
            <RichTextView html={event.descriptionHtml} />
          </Fact>
        )}
      </dl>
      <JoinButton event={event} />
      <CalendarFilePart event={event} />
    </Section>
  );
}

function groupLabel({ name, confidential }: EventDetail["group"]): string {
  return confidential ? `${name} (confidential)` : name;
}

function Fact(props: { term: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <div>
      <dt className={styles.term}>{props.term}</dt>
      <dd className={styles.detail} dir="auto">
        {props.children}
      </dd>
    </div>
  );
}

function placeOf(event: EventDetail): string {
  const { isOnline, location, meeting } = event;
  return placeSentence({
    location,
    hasMeeting: isOnline && meeting.state !== "missing",
  });
}

function JoinButton({ event }: { event: EventDetail }) {
  const styles = useStyles();
  const { joinUrl } = event.meeting;
  if (joinUrl === null || event.status === "cancelled") return null;
  return (
    <Button
      as="a"
      href={joinUrl}
      target="_blank"
      rel="noreferrer"
      className={styles.join}
      icon={<VideoRegular />}
    >
      Join the Teams meeting
    </Button>
  );
}
