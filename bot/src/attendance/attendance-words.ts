import type { AttendanceProblem } from "../../contract/attendance.ts";

type Words = Omit<AttendanceProblem, "code">;

/** What keeps attendance from being known, in words for leads, and what helps: who can do it, and where. */
const words: Record<AttendanceProblem["code"], Words> = {
  noMeeting: {
    sentence: "This event has no Teams meeting that could tell who came.",
    cure: "Tick off who is in the room.",
  },
  licenceMissing: {
    sentence:
      "Outlook made this event without a Teams meeting, because the service account has no licence for Teams.",
    cure: "Tick off who was there. For events to come, ask an administrator of Microsoft 365 to give the service account the licence.",
  },
  permissionMissing: {
    sentence: "The service account may not read attendance reports.",
    cure: "Ask an administrator to open Settings: Attendance there says which permission is missing and how to grant it. Then attendance is read by itself.",
  },
  appPermissionMissing: {
    sentence:
      "ERG Events itself is to read attendance reports, and may not yet.",
    cure: "Ask an administrator to open Settings: Attendance there has the script that grants it. Then attendance is read by itself.",
  },
  policyMissing: {
    sentence:
      "Teams does not let ERG Events read the attendance of the service account’s meetings, or not yet.",
    cure: "If an administrator has just set the policy, it takes up to 30 minutes. Otherwise ask one to open Settings: Attendance there has the script. Then attendance is read by itself.",
  },
  meetingUnknown: {
    sentence:
      "Teams does not find this meeting by its link: it was deleted, or another account organized it.",
    cure: "Tick off who was there. If another account organized the meeting, whoever uses that account finds the report in Teams.",
  },
  channelMeeting: {
    sentence:
      "This meeting belongs to a channel, and of those Teams gives no attendance reports to apps.",
    cure: "Tick off who was there. Events to come keep their own meeting if nobody moves it to a channel.",
  },
  noReportYet: {
    sentence:
      "Teams has made no attendance report yet. It comes some time after everybody has left the meeting.",
    cure: null,
  },
  noReport: {
    sentence:
      "Teams has no attendance report of this meeting: nobody joined it, reports are switched off, or they are too old (Teams keeps them for a year).",
    cure: "Tick off who was there. If people did join, ask an administrator of Teams to allow attendance reports in the meeting policy of the service account.",
  },
  accountBroken: {
    sentence: "The connection to the service account does not work.",
    cure: "Ask an administrator to open Settings, which says what helps. Then attendance is read by itself.",
  },
  unreachable: {
    sentence: "Microsoft did not answer as expected.",
    cure: null,
  },
};

export function attendanceProblem(
  code: AttendanceProblem["code"],
): AttendanceProblem {
  return { code, ...words[code] };
}
