import {
  Caption1,
  TableCell,
  TableRow,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { Attendee } from "../../../../../bot/contract/attendee.ts";
import type { EventDetail } from "../../../../../bot/contract/events.ts";
import { useReader, type Reader } from "../../../teams/reader.ts";
import { shortMoment } from "../../../time/when-sentence.ts";
import { answerPlaces } from "../../answer-words.ts";
import { RemovedAttendee } from "../outlook-change/RemovedAttendee.tsx";
import { attendeeAnswer, attendeeNote } from "./attendee-words.ts";

/** About the height of a row with name and address, in pixels; in long lists each is measured once it is drawn. */
export const rowHeight = 53;

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

interface CellsProps {
  event: EventDetail;
  hasLists: boolean;
  onChanged: (event: EventDetail) => void;
}

/** One of those invited. */
export function AttendeeRow(
  props: CellsProps & {
    /** From 0. */
    place: number;
    /** Undefined: not loaded yet. */
    attendee: Attendee | undefined;
    measure: ((row: HTMLElement | null) => void) | undefined;
  },
) {
  const { measure, place, attendee, ...cells } = props;
  // Behind the head, and counted from 1.
  const index = place + 2;
  // Not measured: were it lower than what comes, the list would end too soon for whoever scrolls to its end.
  if (attendee === undefined) return <WaitingRow index={index} />;
  return (
    <TableRow ref={measure} data-index={place} aria-rowindex={index}>
      <AttendeeCells {...cells} attendee={attendee} />
    </TableRow>
  );
}

function WaitingRow({ index }: { index: number }) {
  const styles = useStyles();
  return (
    <TableRow style={{ height: rowHeight }} aria-rowindex={index}>
      <TableCell className={styles.cell}>Loading…</TableCell>
      <TableCell />
      <TableCell className={styles.wideOnly} />
    </TableRow>
  );
}

function AttendeeCells(props: CellsProps & { attendee: Attendee }) {
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
