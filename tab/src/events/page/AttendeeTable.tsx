import {
  Caption1,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { Attendee, EventDetail } from "../../../../bot/contract/events.ts";
import { useReader, type Reader } from "../../teams/reader.ts";
import { shortMoment } from "../../time/when-sentence.ts";
import { answerPlaces } from "../answer-words.ts";
import { attendeeAnswer, attendeeNote } from "./attendee-words.ts";
import { RemovedAttendee } from "./outlook-change/RemovedAttendee.tsx";

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

/** Everybody invited with their answers, for leads. */
export function AttendeeTable(props: {
  event: EventDetail;
  attendees: Attendee[];
  onChanged: (event: EventDetail) => void;
}) {
  const styles = useStyles();
  const hasLists = props.event.tally.lists !== undefined;
  return (
    <Table aria-label="Attendees" size="small">
      <TableHeader>
        <TableRow>
          <TableHeaderCell>Name</TableHeaderCell>
          <TableHeaderCell>Answer</TableHeaderCell>
          <TableHeaderCell className={styles.wideOnly}>
            Answered
          </TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {props.attendees.map((attendee) => (
          <AttendeeRow
            key={attendee.address}
            event={props.event}
            attendee={attendee}
            hasLists={hasLists}
            onChanged={props.onChanged}
          />
        ))}
      </TableBody>
    </Table>
  );
}

function AttendeeRow(props: {
  event: EventDetail;
  attendee: Attendee;
  hasLists: boolean;
  onChanged: (event: EventDetail) => void;
}) {
  const { attendee } = props;
  const styles = useStyles();
  const reader = useReader();
  const answered = answeredWords(attendee, reader);
  const note = attendeeNote(attendee, props);
  return (
    <TableRow>
      <TableCell className={styles.cell}>
        {attendee.displayName}
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
    </TableRow>
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
