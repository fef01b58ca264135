import { makeStyles, tokens } from "@fluentui/react-components";
import type { Attendance } from "../../../../../bot/contract/attendance.ts";
import type { EventDetail } from "../../../../../bot/contract/events.ts";
import { useApi } from "../../../api-client/api.ts";
import { loadList } from "./attendance-requests.ts";
import { OwnersDownload } from "../../../downloads/OwnersDownload.tsx";
import { PeoplePart } from "./PeoplePart.tsx";
import { ThanksPart } from "./ThanksPart.tsx";

const useStyles = makeStyles({
  parts: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    minWidth: 0,
  },
  afterwards: {
    display: "grid",
    gap: tokens.spacingHorizontalL,
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 300px), 1fr))",
    alignItems: "start",
  },
});

/** What leads see and do besides the numbers: thanks, the list, and the people by name. */
export function AttendanceForLeads(props: {
  event: EventDetail;
  attendance: Attendance;
  forLeads: NonNullable<Attendance["forLeads"]>;
  beat: number;
  onAttendance: (attendance: Attendance) => void;
  onReload: () => void;
}) {
  const styles = useStyles();
  const api = useApi();
  const { event, attendance, forLeads, onAttendance } = props;
  const isOver = attendance.state !== "notYet";
  return (
    <div className={styles.parts}>
      {isOver && (
        <div className={styles.afterwards}>
          <ThanksPart
            event={event}
            thanks={forLeads.thanks}
            onAttendance={onAttendance}
          />
          <OwnersDownload
            what="list"
            canDownload={forLeads.canDownload}
            downloads={forLeads.downloads}
            load={() => loadList(api, { id: event.id })}
            onDownloaded={props.onReload}
          />
        </div>
      )}
      <PeoplePart
        event={event}
        attendance={attendance}
        canTick={forLeads.canTick}
        beat={props.beat}
        onAttendance={onAttendance}
      />
    </div>
  );
}
