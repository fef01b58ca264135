import {
  Caption1,
  Checkbox,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  makeStyles,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import { memo, useCallback, useEffect, useRef } from "react";
import type { AttendancePerson } from "../../../../../bot/contract/attendance.ts";
import { useReader } from "../../../teams/reader.ts";
import { answerBeforeLabel, kindNote, stayOf } from "./attendance-words.ts";

/** So much room is enough for times beside a name. */
const narrow = "@media (max-width: 640px)";

const useStyles = makeStyles({
  cell: {
    paddingBlock: tokens.spacingVerticalXS,
    overflowWrap: "anywhere",
  },
  quiet: { display: "block", color: tokens.colorNeutralForeground2 },
  narrowOnly: {
    display: "none",
    color: tokens.colorNeutralForeground2,
    [narrow]: { display: "block" },
  },
  wideOnly: { [narrow]: { display: "none" } },
  answer: { width: "120px" },
  time: { width: "96px" },
  room: { width: "92px", [narrow]: { width: "56px" } },
});

interface Shown {
  startsAt: string;
  canTick: boolean;
  /** Whether there is a report that could tell times. */
  hasMeeting: boolean;
  onTick: (person: AttendancePerson, inRoom: boolean) => void;
}

/** People with what they had answered, when they were in the meeting, and whether they were in the room. */
export function PeopleTable(
  props: Shown & {
    people: readonly AttendancePerson[];
    isInRoom: (person: AttendancePerson) => boolean;
  },
) {
  const styles = useStyles();
  const { people, isInRoom, onTick, ...shown } = props;
  const newest = useRef(onTick);
  useEffect(() => {
    newest.current = onTick;
  });
  // One and the same for all the rows' life: a new one would draw each of them again.
  const tick = useCallback<Shown["onTick"]>(
    (person, inRoom) => newest.current(person, inRoom),
    [],
  );
  const wide = (width: string) => mergeClasses(styles.wideOnly, width);
  return (
    <Table aria-label="Attendance" size="small">
      <TableHeader>
        <TableRow>
          <TableHeaderCell>Name</TableHeaderCell>
          <TableHeaderCell className={wide(styles.answer)}>
            Answer
          </TableHeaderCell>
          {props.hasMeeting && (
            <>
              <TableHeaderCell className={wide(styles.time)}>
                Joined
              </TableHeaderCell>
              <TableHeaderCell className={wide(styles.time)}>
                Left
              </TableHeaderCell>
              <TableHeaderCell className={wide(styles.time)}>
                Minutes
              </TableHeaderCell>
            </>
          )}
          <TableHeaderCell className={styles.room}>In the room</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {people.map((person) => (
          <PersonRow
            key={person.key}
            {...shown}
            onTick={tick}
            person={person}
            inRoom={isInRoom(person)}
          />
        ))}
      </TableBody>
    </Table>
  );
}

type RowProps = Shown & { person: AttendancePerson; inRoom: boolean };

function PersonCells(props: RowProps) {
  const styles = useStyles();
  const reader = useReader();
  const { person, hasMeeting } = props;
  const stay = stayOf(person, props.startsAt, reader);
  const answer = answerBeforeLabel(person.answer);
  const kind = kindNote(person);
  const wide = mergeClasses(styles.cell, styles.wideOnly);
  return (
    <TableRow>
      <TableCell className={styles.cell}>
        <span dir="auto">{person.displayName}</span>
        {person.address !== null && person.address !== person.displayName && (
          <Caption1 className={styles.quiet}>{person.address}</Caption1>
        )}
        {kind !== null && <Caption1 className={styles.quiet}>{kind}</Caption1>}
        <Caption1 className={styles.narrowOnly}>
          {stay === null
            ? answer
            : `${answer} · ${stay.joined} – ${stay.left}, ${stay.minutes} min`}
        </Caption1>
      </TableCell>
      <TableCell className={wide}>{answer}</TableCell>
      {hasMeeting && (
        <>
          <TableCell className={wide}>{stay?.joined}</TableCell>
          <TableCell className={wide}>{stay?.left}</TableCell>
          <TableCell className={wide}>{stay?.minutes}</TableCell>
        </>
      )}
      <TableCell>
        {props.canTick ? (
          <Checkbox
            aria-label={`${person.displayName}: in the room`}
            checked={props.inRoom}
            onChange={(_, { checked }) =>
              props.onTick(person, checked === true)
            }
          />
        ) : (
          props.inRoom && "Yes"
        )}
      </TableCell>
    </TableRow>
  );
}

/** Kept as it is while others are ticked off, or the same list comes once more: there may be hundreds. */
const PersonRow = memo(
  PersonCells,
  (before, now) => JSON.stringify(before) === JSON.stringify(now),
);
