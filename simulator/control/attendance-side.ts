import { showReports } from "../attendance/reports.ts";
import { grantAccessPolicy } from "../graph/access-policy.ts";
import type { ExchangeServer } from "../outlook/exchange-server.ts";
import {
  expireMeeting,
  holdMeeting,
  type MeetingName,
} from "./attendance-desk.ts";
import { heldMeetingSchema, type HeldMeetingInput } from "./held-meeting.ts";

/** Teams meetings that take place, for tests. */
export interface AttendanceSide {
  /**
   * Has a Teams meeting take place, once more each time it is called. A session that ends later by the simulator's clock
   * has no report until then. @returns the ids of the reports, in the order of the sessions, made or not
   */
  holdMeeting(meeting: HeldMeetingInput): string[];
  /** Has all reports that are on their way be there at once. */
  showAttendanceReports(): void;
  /** Takes a meeting's reports away, as after a year. */
  expireAttendanceReports(meeting: MeetingName): void;
  /** Grants the app its policy of Teams, which is effective after a while. */
  grantAccessPolicy(of: { effectiveAfterSeconds: number }): void;
}

export function attendanceSide(exchange: ExchangeServer): AttendanceSide {
  const { simulation } = exchange;
  return {
    holdMeeting: (meeting) =>
      holdMeeting(exchange, heldMeetingSchema.parse(meeting)).map(
        ({ reportId }) => reportId,
      ),
    showAttendanceReports: () => showReports(simulation),
    expireAttendanceReports: (meeting) => expireMeeting(exchange, meeting),
    grantAccessPolicy: (of) => grantAccessPolicy(simulation, of),
  };
}
