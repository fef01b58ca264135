import type { SettingDefinition } from "./setting-definitions.ts";

export const attendanceSettingDefinitions: SettingDefinition[] = [
  {
    name: "applicationAccessPolicy",
    description:
      "Whether a policy of Teams lets the app itself read the service account's online meetings: there is none, it is granted, or granted but not effective yet.",
    values: ["none", "granted", "pending"],
    byDefault: "none",
    source:
      "Graph: Configure application access to online meetings or virtual events; up to 30 minutes pass until it is effective. The control grantAccessPolicy has it become effective after a while.",
  },
  {
    name: "accessPolicyError",
    description:
      "Which code a call gives for which no application access policy is effective; the status is 403.",
    values: ["Forbidden", "Unauthorized", "General"],
    byDefault: "Forbidden",
    source:
      "Graph: Configure application access to online meetings or virtual events, errors: the one today, the other in older versions of the page; an issue on the .NET SDK shows the third.",
  },
  {
    name: "attendanceReports",
    description:
      "Whether Teams makes attendance reports of meetings; those of before stay.",
    values: ["on", "off"],
    byDefault: "on",
    source:
      "Teams: Set-CsTeamsMeetingPolicy, AllowEngagementReport: an admin can switch them off.",
  },
  {
    name: "attendanceDelaySeconds",
    description:
      "How long after the end of a session its attendance report is there.",
    values: "integer",
    byDefault: 0,
    source:
      "Graph: Online meeting artifacts and permissions: only when the meeting has ended; how long it takes is told nowhere.",
  },
  {
    name: "attendanceRetentionDays",
    description: "How long attendance reports are kept after the meeting.",
    values: "number",
    byDefault: 365,
    source: "Graph: meetingAttendanceReport resource type: one year.",
  },
  {
    name: "mostAttendanceReports",
    description: "How many of a meeting's attendance reports are listed.",
    values: "number",
    byDefault: 50,
    source:
      "Graph: List meetingAttendanceReports: the 50 most recent; people reported 10 in 2022.",
  },
  {
    name: "attendanceRecordsPage",
    description: "How many people of an attendance report come in one reply.",
    values: "number",
    byDefault: 100,
    source:
      "Inferred: Graph's schema gives the list an @odata.nextLink; no page tells the size.",
  },
  {
    name: "attendanceAddresses",
    description:
      "Whether attendance reports tell the addresses of people who have one.",
    values: ["told", "missing"],
    byDefault: "told",
    source:
      "Graph: attendanceRecord resource type; an issue on its documentation (13629) met empty ones.",
  },
  {
    name: "missingAttendanceAddress",
    description:
      "What an attendance report tells where there is no address: an empty text, or null.",
    values: ["empty", "null"],
    byDefault: "empty",
    source:
      "Graph: List attendanceRecords (beta) shows an empty text; the schema allows null.",
  },
  {
    name: "anonymousAttendee",
    description:
      "How an attendance report tells of somebody who joined without an account: by an identity of a guest's type with an id, by the name alone, or by no identity.",
    values: ["typed", "nameOnly", "none"],
    byDefault: "typed",
    source:
      "Inferred: Graph: communicationsGuestIdentity resource type is for them; attendanceRecord resource type does not name it. The form of the id is seen in call records.",
  },
  {
    name: "phoneAttendee",
    description:
      "How an attendance report tells of somebody who called in: by an identity of a phone's type with the number, by the masked number as name alone, or by no identity.",
    values: ["typed", "nameOnly", "none"],
    byDefault: "typed",
    source:
      "Inferred: Graph: communicationsPhoneIdentity resource type is for them, its id the number; attendanceRecord resource type does not name it.",
  },
  {
    name: "teamsMeetingPlace",
    description:
      "Whether Teams meetings that are made with events are meetings of their own, or belong to a channel.",
    values: ["own", "channel"],
    byDefault: "own",
    source:
      "A state to try: events made by Graph have meetings of their own; people can make them in a channel.",
  },
  {
    name: "channelMeetingReports",
    description:
      "What listing the attendance reports of a channel's meeting gives: a refusal, or the reports of all meetings in the channel.",
    values: ["refused", "wholeChannel"],
    byDefault: "refused",
    source:
      "Graph: Get meetingAttendanceReport does not support them; List meetingAttendanceReports says today that it gives those of every meeting in the channel. The error is inferred.",
  },
];
