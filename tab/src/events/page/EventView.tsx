import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { EditRegular } from "@fluentui/react-icons/svg/edit";
import { Suspense, useEffect, useEffectEvent, useRef, useState } from "react";
import type { EventDetail } from "../../../../bot/contract/events.ts";
import { useLocation } from "wouter";
import { useMe } from "../../groups/use-me.ts";
import { ButtonLink } from "../../layout/ButtonLink.tsx";
import { LoadingLines } from "../../layout/LoadingLines.tsx";
import { askedPart, latePart } from "../../layout/late-part.tsx";
import { Page } from "../../layout/Page.tsx";
import { Section } from "../../layout/Section.tsx";
import { useReader } from "../../teams/reader.ts";
import { AnswersSection } from "./AnswersSection.tsx";
import { AttendancePart } from "./attendance/AttendancePart.tsx";
import { Attendees } from "./attendees/Attendees.tsx";
import { CardList } from "./CardList.tsx";
import { EventFacts } from "./EventFacts.tsx";
import { EventStanding } from "./EventStanding.tsx";
import { hiddenNamesSentence } from "./hidden-names-words.ts";
import { LateInvitations } from "./LateInvitations.tsx";
import { ListMemberHint } from "./ListMemberHint.tsx";
import { JoinLink } from "../list/JoinLink.tsx";
import { HoldNotice } from "../hold/HoldNotice.tsx";
import { MoveNotice } from "./MoveNotice.tsx";
import { MeetingSection } from "./MeetingSection.tsx";
import { MyAnswer } from "./MyAnswer.tsx";
import { OutlookChangeNotice } from "./outlook-change/OutlookChangeNotice.tsx";
import { useMyAnswer } from "./use-my-answer.ts";

const CancelEventDialog = askedPart(
  async () => (await import("./CancelEventDialog.tsx")).CancelEventDialog,
);

const TimelineSection = latePart(
  async () => (await import("./timeline/TimelineSection.tsx")).TimelineSection,
);

const HistorySection = latePart(
  async () => (await import("./history/HistorySection.tsx")).HistorySection,
);

const useStyles = makeStyles({
  parts: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
  },
  columns: {
    display: "grid",
    gap: tokens.spacingHorizontalL,
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 340px), 1fr))",
    alignItems: "start",
  },
});

export function EventView(props: {
  event: EventDetail;
  connected: boolean;
  /** Counts what the stream told. */
  news: number;
  onChanged: (event: EventDetail) => void;
  onReload: () => void;
}) {
  const styles = useStyles();
  const [cancelling, setCancelling] = useState(false);
  const [lastMessage, setLastMessage] = useState("");
  const [, navigate] = useLocation();
  const { home } = useReader();
  const mine = useMyAnswer(props.event, props.onChanged);
  const { event } = mine;
  const { reload: reloadMe } = useMe();
  useAfterWaiting(event.progress.waitingFor === "serviceAccount", () => {
    reloadMe();
    props.onReload();
  });
  const waits = event.held?.problem === null ? event.held.kind : null;
  const isCancelled =
    event.status === "cancelled" || event.status === "cancelling";
  const [isNew, isCancelling] = [waits === "new", waits === "cancel"];
  return (
    <Page
      title={event.title}
      actions={
        <>
          {event.meeting.joinUrl !== null && !isCancelled && (
            <JoinLink event={event} joinUrl={event.meeting.joinUrl} />
          )}
          {event.permissions.edit && !isCancelling && (
            <ButtonLink to={`/events/${event.id}/edit`} icon={<EditRegular />}>
              Edit event
            </ButtonLink>
          )}
          {/* What nobody has got yet is stopped, not cancelled. */}
          {event.permissions.cancel && !isCancelling && !isNew && (
            <Button onClick={() => setCancelling(true)}>Cancel event</Button>
          )}
        </>
      }
    >
      <div className={styles.parts}>
        <HoldNotice
          event={event}
          onChanged={props.onChanged}
          onCancellationStopped={setLastMessage}
        />
        {!isNew && (
          <EventStanding
            event={event}
            connected={props.connected}
            onChanged={props.onChanged}
          />
        )}
        {/* Of an event that is over nothing is left to decide. */}
        {event.outlookChange !== null && event.permissions.edit && (
          <OutlookChangeNotice
            event={event}
            change={event.outlookChange}
            onChanged={props.onChanged}
            onOutdated={props.onReload}
          />
        )}
        <MoveNotice move={event.move} />
        {event.permissions.answer && (
          <MyAnswer
            answer={event.myAnswer}
            outlookUrl={event.unknownToOutlook ? event.outlookUrl : null}
            failure={mine.failure}
            onAnswer={mine.give}
            onUndo={mine.undo}
          />
        )}
        <ListMemberHint event={event} />
        <div className={styles.columns}>
          <EventFacts event={event} />
          <AnswersSection
            tally={event.tally}
            forLead={event.permissions.seeAttendees}
          />
        </div>
        <AttendancePart event={event} news={props.news} />
        {event.meeting.forLeads !== null && (
          <MeetingSection
            meeting={event.meeting.forLeads}
            confidential={[event.group, ...event.coHosts].some(
              ({ confidential }) => confidential,
            )}
          />
        )}
        {!isNew && event.cards !== null && event.cards.length > 0 && (
          <Section heading="Cards">
            <CardList
              event={event}
              cards={event.cards}
              onChanged={props.onChanged}
            />
          </Section>
        )}
        {event.timeline !== null && (
          <Suspense
            fallback={
              <LoadingLines label="Loading the answers" count={3} size={32} />
            }
          >
            <TimelineSection
              eventId={event.id}
              version={event.version}
              live={event.timeline}
            />
          </Suspense>
        )}
        {event.attendees === null && event.cards !== null && (
          <Section heading="Who is invited">
            <Text>{hiddenNamesSentence(event)}</Text>
          </Section>
        )}
        {event.attendees !== null && (
          <Section heading="Who is invited">
            <LateInvitations late={event.lateInvitations ?? []} />
            <Attendees
              event={event}
              live={event.attendees}
              news={props.news}
              onChanged={props.onChanged}
            />
          </Section>
        )}
        {event.cards !== null && (
          <Suspense
            fallback={
              <LoadingLines label="Loading the history" count={3} size={32} />
            }
          >
            <HistorySection event={event} />
          </Suspense>
        )}
      </div>
      {cancelling && (
        <CancelEventDialog
          event={event}
          firstMessage={lastMessage}
          onClose={() => setCancelling(false)}
          onCancelled={(cancelled) => {
            setCancelling(false);
            if (cancelled === null) navigate(home, { replace: true });
            else props.onChanged(cancelled);
          }}
          onOutdated={() => {
            setCancelling(false);
            props.onReload();
          }}
        />
      )}
    </Page>
  );
}

/** An event that no longer waits for the service account tells that one is connected: who organizes it, and no banner. */
function useAfterWaiting(waits: boolean, ask: () => void): void {
  const waited = useRef(waits);
  const onConnected = useEffectEvent(ask);
  useEffect(() => {
    if (waited.current && !waits) onConnected();
    waited.current = waits;
  }, [waits]);
}
