import {
  Caption1,
  TableCell,
  TableRow,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type {
  Attendee,
  EventDetail,
} from "../../../../../bot/contract/events.ts";
import { useReader, type Reader } from "../../../teams/reader.ts";
import { shortMoment } from "../../../time/when-sentence.ts";
import { answerPlaces } from "../../answer-words.ts";
import { RemovedAttendee } from "../outlook-change/RemovedAttendee.tsx";
import { attendeeAnswer, attendeeNote } from "./attendee-words.ts";

const useStyles = makeStyles({
  cell: { paddingBlock: tokens.spacingVerticalXS, overflowWrap: "anywhere" },
  address: { display: "block", color: tokens.colorNeutralForeground2 },
  phoneOnly: {
    display: "none",
    color: tokens.colorNeutralForeground2,
    "@media (max-width: 480px)": { display: "block" },
  },
  wideOnly: { "@media (max-width: 480px)": { display: "none" } },
});

interface RowProps {
  /** From 0. */
  place: number;
  event: EventDetail;
  /** Undefined: not loaded yet. */
  attendee: Attendee | undefined;
  hasLists: boolean;
  onChanged: (event: EventDetail) => void;
  measure: ((row: HTMLElement | null) => void) | undefined;
}

/** One of those invited. */
export function AttendeeRow(props: RowProps) {
  const { place, attendee } = props;
  return (
    // Behind the head, and counted from 1.
    <TableRow ref={props.measure} data-index={place} aria-rowindex={place + 2}>
      {attendee ? (
        <AttendeeCells {...props} attendee={attendee} />
      ) : (
        <WaitingCells />
      )}
    </TableRow>
  );
}

function WaitingCells() {
  const styles = useStyles();
  return (
    <>
      <TableCell className={styles.cell}>Loading…</TableCell>
      <TableCell />
      <TableCell className={styles.wideOnly} />
    </>
  );
}

function AttendeeCells(props: RowProps & { attendee: Attendee }) {
  const { attendee } = props;
  const styles = useStyles();
  const reader = useReader();
  const answered = answeredWords(attendee, reader);
  const note = attendeeNote(attendee, props);
  return (
    <>
      <TableCell className={styles.cell}>
        <span dir="auto">{attendee.displayName}</span>
        {attendee.displayName !== attendee.address && (
          <Caption1 className={styles.address}>{attendee.address}</Caption1>
        )}
        {note !== null && (
          <Caption1 className={styles.address}>{note}</Caption1>
        )}
        {attendee.outlook === "removed" && <RemovedAttendee {...props} />}
      </TableCell>
      <TableCell className={styles.cell}>
        {attendeeAnswer(attendee)}
        <Caption1 className={styles.phoneOnly}>{answered}</Caption1>
      </TableCell>
      <TableCell className={styles.wideOnly}>{answered}</TableCell>
    </>
  );
}

function answeredWords(attendee: Attendee, reader: Reader): string {
  if (!attendee.invited) return "Invitation not out yet";
  if (attendee.answeredAt === null) return "";
  const place = attendee.answeredIn
    ? ` ${answerPlaces[attendee.answeredIn]}`
    : "";
  return `${shortMoment(attendee.answeredAt, reader)}${place}`;
}
