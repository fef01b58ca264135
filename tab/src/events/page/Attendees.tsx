import {
  Button,
  Caption1,
  Field,
  Input,
  makeStyles,
} from "@fluentui/react-components";
import { useState } from "react";
import type { Attendee, EventDetail } from "../../../../bot/contract/events.ts";
import { useApi } from "../../api-client/api.ts";
import { useLoaded } from "../../api-client/use-loaded.ts";
import { Failure } from "../../layout/Failure.tsx";
import { LoadingLines } from "../../layout/LoadingLines.tsx";
import { findAttendees } from "../event-requests.ts";
import { AttendeeTable } from "./AttendeeTable.tsx";
import { foundSentence, shownSentence } from "./attendee-words.ts";
import { useSettled } from "./use-settled.ts";

const useStyles = makeStyles({
  search: { maxWidth: "320px" },
  more: { alignSelf: "center" },
});

/** So many are drawn at first, and so many more each time; from more than these on they can be searched. */
const step = 100;

/** Who is invited, with their answers. Of many the first are shown, and the others are found by name or address. */
export function Attendees(props: {
  event: EventDetail;
  /** Those that came with the event. */
  live: Attendee[];
  onChanged: (event: EventDetail) => void;
}) {
  const styles = useStyles();
  const { event, live } = props;
  const [count, setCount] = useState(step);
  const [search, setSearch] = useState("");
  const sought = useSettled(search.trim());
  const { total } = event.progress;
  const shown = live.slice(0, count);
  const note = shownSentence({ shown: shown.length, total });
  return (
    <>
      {total > step && (
        <Field label="Find somebody" className={styles.search}>
          <Input
            type="search"
            placeholder="Name or address"
            value={search}
            onChange={(_, { value }) => setSearch(value)}
          />
        </Field>
      )}
      {sought !== "" ? (
        <FoundAttendees {...props} search={sought} />
      ) : (
        <>
          {note !== null && <Caption1>{note}</Caption1>}
          <AttendeeTable {...props} attendees={shown} />
          {live.length > step && (
            // It stays when there is nothing more, so that the focus stays where it is.
            <Button
              className={styles.more}
              disabledFocusable={live.length <= count}
              onClick={() => setCount(count + step)}
            >
              {live.length <= count
                ? `These are ${total > live.length ? "the first" : "all"}`
                : "Show more people"}
            </Button>
          )}
        </>
      )}
    </>
  );
}

function FoundAttendees(props: {
  event: EventDetail;
  search: string;
  onChanged: (event: EventDetail) => void;
}) {
  const api = useApi();
  const { event, search } = props;
  // What the stream tells of the event may be about those who were found.
  const state = JSON.stringify([event.version, event.tally, event.progress]);
  const { loaded, reload } = useLoaded(
    `${event.id} ${search} ${state}`,
    (signal) => findAttendees(api, { id: event.id, search, signal }),
  );
  if (loaded.state === "failed")
    return <Failure error={loaded.error} onRetry={reload} />;
  if (loaded.state === "loading")
    return <LoadingLines label="Searching" count={3} size={32} />;
  const { attendees, count } = loaded.value;
  return (
    <>
      <Caption1 role="status">
        {foundSentence({ shown: attendees.length, count })}
      </Caption1>
      {attendees.length > 0 && (
        <AttendeeTable {...props} attendees={attendees} />
      )}
    </>
  );
}
