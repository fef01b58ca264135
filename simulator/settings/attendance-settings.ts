import { z } from "zod";

/** What differs, or is not known, about who attended a Teams meeting. */
export const attendanceSettings = {
  applicationAccessPolicy: z.enum(["none", "granted", "pending"]),
  accessPolicyError: z.enum(["Forbidden", "Unauthorized", "General"]),
  attendanceReports: z.enum(["on", "off"]),
  attendanceDelaySeconds: z.int().nonnegative(),
  attendanceRetentionDays: z.int().positive(),
  mostAttendanceReports: z.int().positive(),
  attendanceRecordsPage: z.int().positive(),
  attendanceAddresses: z.enum(["told", "missing"]),
  missingAttendanceAddress: z.enum(["empty", "null"]),
  anonymousAttendee: z.enum(["typed", "nameOnly", "none"]),
  phoneAttendee: z.enum(["typed", "nameOnly", "none"]),
  teamsMeetingPlace: z.enum(["own", "channel"]),
  channelMeetingReports: z.enum(["refused", "wholeChannel"]),
};
