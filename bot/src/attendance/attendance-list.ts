import type { EventList } from "../downloads/download-event-list.ts";
import { attendanceCsv } from "./attendance-csv.ts";
import { readKnownAttendance } from "./known-attendance.ts";

/** Who came to an event, and who did not. */
export const attendanceList: EventList = {
  name: "attendance",
  tells: "who came",
  read: async ({ db, clock }, event) => {
    const { people } = await readKnownAttendance(db, event, clock.now());
    return {
      people: people.length,
      pieces: attendanceCsv(people, event.time_zone),
    };
  },
};
