import { Caption1 } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { Attendee } from "../../../../../bot/contract/attendee.ts";
import type { EventDetail } from "../../../../../bot/contract/events.ts";
import type { AttendeeQuery } from "../../../../../bot/contract/found-attendees.ts";
import { Failure } from "../../../layout/Failure.tsx";
import { LoadingLines } from "../../../layout/LoadingLines.tsx";
import { useBeat } from "../use-beat.ts";
import { useSettled } from "../use-settled.ts";
import { AnswersDownload } from "./AnswersDownload.tsx";
import { arrangeAttendees } from "./arrange-attendees.ts";
import { fittingSentence } from "./attendee-words.ts";
import { AttendeeFilters } from "./AttendeeFilters.tsx";
import { AttendeeTable } from "./AttendeeTable.tsx";
import { useAttendeePages } from "./use-attendee-pages.ts";
import { useChanges } from "./use-changes.ts";

/** From so many people on it is worth looking for some of them. */
const manyPeople = 6;

interface Shown {
  event: EventDetail;
  query: AttendeeQuery;
  onChanged: (event: EventDetail) => void;
}

/** Who is invited, with their answers: to be searched, filtered, sorted and, by owners, taken along. */
export function Attendees(props: {
  event: EventDetail;
  /** Those that came with the event: all, or of many nobody. */
  live: Attendee[];
  /** Counts what the stream told. */
  news: number;
  onChanged: (event: EventDetail) => void;
}) {
  const { event, live, onChanged } = props;
  const [wanted, setWanted] = useState<AttendeeQuery>({
    search: "",
    answer: null,
    order: "name",
  });
  const beat = useBeat(props.news);
  const changes = useBeat(useChanges(event.attendeesMark));
  const search = useSettled(wanted.search.trim());
  const shown = { event, query: { ...wanted, search }, onChanged };
  const { total } = event.progress;
  return (
    <>
      {total >= manyPeople && (
        <AttendeeFilters query={wanted} onChange={setWanted} />
      )}
      {total > live.length ? (
        <PagedAttendees {...shown} beat={changes} />
      ) : (
        <WholeAttendees {...shown} live={live} />
      )}
      <AnswersDownload eventId={event.id} beat={beat} />
    </>
  );
}

function WholeAttendees({ live, ...shown }: Shown & { live: Attendee[] }) {
  const { search, answer, order } = shown.query;
  const arranged = useMemo(
    () => arrangeAttendees(live, { search, answer, order }),
    [live, search, answer, order],
  );
  return (
    <Fitting
      {...shown}
      count={arranged.length}
      at={(place) => arranged[place]}
      onShow={ignore}
    />
  );
}

const ignore = () => undefined;

function PagedAttendees({ beat, ...shown }: Shown & { beat: number }) {
  const { event, query } = shown;
  const pages = useAttendeePages({ id: event.id, query, beat });
  return (
    <>
      {pages.error && <Failure error={pages.error} onRetry={pages.reload} />}
      {pages.count !== null && (
        <Fitting
          {...shown}
          count={pages.count}
          at={pages.at}
          onShow={pages.show}
        />
      )}
      {pages.count === null && !pages.error && (
        <LoadingLines label="Loading who is invited" count={3} size={32} />
      )}
    </>
  );
}

function Fitting(
  props: Shown & {
    count: number;
    at: (place: number) => Attendee | undefined;
    onShow: (first: number, last: number) => void;
  },
) {
  const { query, count, event } = props;
  const { total } = event.progress;
  const isNarrowed = query.search !== "" || query.answer !== null;
  return (
    <>
      <Caption1 role="status">
        {isNarrowed ? fittingSentence({ count, total }) : ""}
      </Caption1>
      {count > 0 && (
        // Another choice begins at the top.
        <AttendeeTable key={JSON.stringify(query)} {...props} />
      )}
    </>
  );
}
