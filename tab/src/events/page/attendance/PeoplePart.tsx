import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Select,
  makeStyles,
  tokens,
  typographyStyles,
} from "@fluentui/react-components";
import { PersonAddRegular } from "@fluentui/react-icons/svg/person-add";
import { useRef, useState } from "react";
import {
  attendanceFilterSchema,
  type Attendance,
  type AttendanceFilter,
} from "../../../../../bot/contract/attendance.ts";
import type { EventDetail } from "../../../../../bot/contract/events.ts";
import { onlyHeard } from "../../../layout/only-heard.ts";
import { Failure } from "../../../layout/Failure.tsx";
import { askedPart } from "../../../layout/late-part.tsx";
import { LoadingLines } from "../../../layout/LoadingLines.tsx";
import { useSettled } from "../use-settled.ts";
import { filtersFor, peopleSentence } from "./attendance-words.ts";
import { PeopleTable } from "./PeopleTable.tsx";
import {
  addedSentence,
  isThereByTick,
  takenOffSentence,
} from "./room-words.ts";
import { useAttendancePeople } from "./use-attendance-people.ts";
import { useTicks } from "./use-ticks.ts";

const AddPersonDialog = askedPart(
  async () => (await import("./AddPersonDialog.tsx")).AddPersonDialog,
);

const useStyles = makeStyles({
  part: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    minWidth: 0,
  },
  tools: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-end",
    gap: tokens.spacingHorizontalM,
  },
  search: { flex: "1 1 200px", maxWidth: "320px" },
  count: { ...typographyStyles.caption1, outlineStyle: "none" },
  // Seen by whoever comes to it with the keyboard.
  skip: {
    alignSelf: "flex-start",
    ":not(:focus)": onlyHeard,
  },
  end: { alignSelf: "center", outlineStyle: "none" },
});

/** People of one page, as the backend gives them. */
const pageSize = 100;
/** From so many boxes on the keyboard can pass them over. */
const manyBoxes = 20;

/** Everybody invited and everybody who came, by name; ticked off in the room. */
export function PeoplePart(props: {
  event: EventDetail;
  attendance: Attendance;
  canTick: boolean;
  beat: number;
  onAttendance: (attendance: Attendance) => void;
}) {
  const styles = useStyles();
  const { event, canTick } = props;
  const [filter, setFilter] = useState<AttendanceFilter>("all");
  const [search, setSearch] = useState("");
  const [adding, setAdding] = useState(false);
  const [news, setNews] = useState("");
  const count = useRef<HTMLSpanElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const sought = useSettled(search.trim());
  const people = useAttendancePeople({
    id: event.id,
    filter,
    search: sought,
    beat: props.beat,
  });
  const ticks = useTicks({
    eventId: event.id,
    onStored: (person, inRoom, attendance) => {
      props.onAttendance(attendance);
      people.setInRoom(person.key, inRoom);
      if (inRoom || !isThereByTick(person)) return setNews("");
      setNews(takenOffSentence(person.displayName));
      // The row goes, and the keyboard would be nowhere.
      count.current?.focus();
      people.reload();
    },
  });
  const { list } = people;

  return (
    <div className={styles.part}>
      <div className={styles.tools}>
        <Field label="Show">
          <Select
            value={filter}
            onChange={(_, { value }) =>
              setFilter(attendanceFilterSchema.catch("all").parse(value))
            }
          >
            {filtersFor(props.attendance).map(({ filter: one, label }) => (
              <option key={one} value={one}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Find somebody" className={styles.search}>
          <Input
            type="search"
            placeholder="Name or address"
            value={search}
            onChange={(_, { value }) => setSearch(value)}
          />
        </Field>
        {canTick && (
          <div>
            <Button icon={<PersonAddRegular />} onClick={() => setAdding(true)}>
              Add somebody who was in the room
            </Button>
          </div>
        )}
      </div>
      {ticks.refusal !== null && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{ticks.refusal}</MessageBarBody>
        </MessageBar>
      )}
      {people.error && <Failure error={people.error} onRetry={people.reload} />}
      {list === null && !people.error && (
        <LoadingLines label="Loading the people" count={5} size={32} />
      )}
      {list !== null && (
        <>
          <span
            ref={count}
            role="status"
            tabIndex={-1}
            className={styles.count}
          >
            {[
              news,
              peopleSentence({
                shown: list.people.length,
                total: list.total,
                filter,
                search: sought,
              }),
            ]
              .filter((sentence) => sentence !== "")
              .join(" ")}
          </span>
          {canTick && list.people.length > manyBoxes && (
            <Button
              size="small"
              className={styles.skip}
              onClick={() => end.current?.focus()}
            >
              Skip the list
            </Button>
          )}
          {list.people.length > 0 && (
            <PeopleTable
              people={list.people}
              startsAt={event.startsAt}
              canTick={canTick}
              hasMeeting={props.attendance.sessions.length > 0}
              isInRoom={ticks.inRoom}
              onTick={ticks.tick}
            />
          )}
          <div ref={end} tabIndex={-1} className={styles.end}>
            {(list.nextCursor !== null || list.people.length > pageSize) && (
              // It stays when there is nothing more, so that the focus stays where it is.
              <Button
                disabledFocusable={
                  people.loadingMore || list.nextCursor === null
                }
                onClick={people.loadMore}
              >
                {list.nextCursor === null ? "These are all" : "Show more"}
              </Button>
            )}
          </div>
        </>
      )}
      {adding && (
        <AddPersonDialog
          eventId={event.id}
          onClose={() => setAdding(false)}
          onAdded={(name, attendance) => {
            setAdding(false);
            setNews(addedSentence(name));
            props.onAttendance(attendance);
            people.reload();
          }}
        />
      )}
    </div>
  );
}
