import { makeStyles, tokens } from "@fluentui/react-components";
import { Suspense } from "react";
import type { Attendance } from "../../../../../bot/contract/attendance.ts";
import type { EventDetail } from "../../../../../bot/contract/events.ts";
import { useApi } from "../../../api-client/api.ts";
import { Failure } from "../../../layout/Failure.tsx";
import { LoadingLines } from "../../../layout/LoadingLines.tsx";
import { Section } from "../../../layout/Section.tsx";
import { AttendanceNumbers } from "./AttendanceNumbers.tsx";
import { loadAttendance } from "./attendance-requests.ts";
import { StandingBar } from "./StandingBar.tsx";
import { useKept } from "../../../api-client/use-kept.ts";
import { useBeat } from "../use-beat.ts";
import { latePart } from "../../../layout/late-part.tsx";

const AttendanceForLeads = latePart(
  async () => (await import("./AttendanceForLeads.tsx")).AttendanceForLeads,
);

const useStyles = makeStyles({
  parts: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    minWidth: 0,
  },
});

/** Who came to an event, and for leads who is in the room. */
export function AttendanceSection(props: {
  event: EventDetail;
  /** Counts what the event's stream told. */
  news: number;
}) {
  const api = useApi();
  const { id } = props.event;
  const beat = useBeat(props.news);
  const { value, error, reload, change } = useKept(
    { key: id, beat },
    (signal) => loadAttendance(api, { id, signal }),
  );
  return (
    <Section heading="Attendance">
      {error && <Failure error={error} onRetry={reload} />}
      {value === null && !error && (
        <LoadingLines label="Loading the attendance" count={3} size={32} />
      )}
      {value !== null && (
        <AttendanceView
          event={props.event}
          attendance={value}
          beat={beat}
          onAttendance={(attendance) => change(() => attendance)}
          onReload={reload}
        />
      )}
    </Section>
  );
}

function AttendanceView(props: {
  event: EventDetail;
  attendance: Attendance;
  beat: number;
  onAttendance: (attendance: Attendance) => void;
  onReload: () => void;
}) {
  const styles = useStyles();
  const { event, attendance } = props;
  const { forLeads } = attendance;
  return (
    <div className={styles.parts}>
      <StandingBar attendance={attendance} isOnline={event.isOnline} />
      <AttendanceNumbers attendance={attendance} />
      {forLeads !== null && (
        <Suspense
          fallback={
            <LoadingLines label="Loading the people" count={3} size={32} />
          }
        >
          <AttendanceForLeads {...props} forLeads={forLeads} />
        </Suspense>
      )}
    </div>
  );
}
