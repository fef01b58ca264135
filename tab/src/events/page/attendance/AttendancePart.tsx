import { Suspense } from "react";
import type { EventDetail } from "../../../../../bot/contract/events.ts";
import { LoadingLines } from "../../../layout/LoadingLines.tsx";
import { useNow } from "../../../time/use-now.ts";
import { isAttendanceDue } from "./attendance-due.ts";
import { latePart } from "../../../layout/late-part.tsx";

const AttendanceSection = latePart(
  async () => (await import("./AttendanceSection.tsx")).AttendanceSection,
);

/** Who came, once there is something to say about it: it appears by itself when the time has come. */
export function AttendancePart(props: { event: EventDetail; news: number }) {
  const now = useNow();
  if (!isAttendanceDue(props.event, now)) return null;
  return (
    <Suspense
      fallback={
        <LoadingLines label="Loading the attendance" count={3} size={32} />
      }
    >
      <AttendanceSection {...props} />
    </Suspense>
  );
}
