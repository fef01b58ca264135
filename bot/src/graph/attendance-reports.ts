import { z } from "zod";
import { readPages } from "./read-pages.ts";
import type { GraphClient } from "./graph-client.ts";
import { meetingsPath, type MeetingOwner } from "./online-meetings.ts";

/** What Teams says of one session of a meeting (Graph: "meetingAttendanceReport resource type"). */
export interface AttendanceReport {
  id: string;
  startedAt: Date;
  endedAt: Date;
  /** How many people were there; can be more than the records list. Null: it is not told. */
  participants: number | null;
}

/** Somebody, or one device of somebody's, in a session (Graph: "attendanceRecord resource type"). */
export interface AttendanceRecord {
  /** What kind of identity Teams gave; the page names users alone, how others come is seen and inferred. */
  identity: "user" | "guest" | "phone" | "none";
  /** Of the identity; an Entra object id only where it is a user's. */
  id: string | null;
  tenantId: string | null;
  displayName: string | null;
  address: string | null;
  seconds: number;
  /** From joining to leaving, as Teams orders them. */
  stays: { from: Date; until: Date }[];
}

/** Graph writes seven digits of a second. */
const instant = z
  .string()
  .transform((text) => new Date(text))
  .refine((date) => !Number.isNaN(date.getTime()), "is no time");

const reportSchema = z.object({
  id: z.string(),
  totalParticipantCount: z.int().nonnegative().nullish(),
  meetingStartDateTime: instant.nullish(),
  meetingEndDateTime: instant.nullish(),
});

const recordSchema = z
  .object({
    emailAddress: z.string().nullish(),
    totalAttendanceInSeconds: z.int().nonnegative().nullish(),
    identity: z
      .object({
        "@odata.type": z.string().nullish(),
        id: z.string().nullish(),
        displayName: z.string().nullish(),
        tenantId: z.string().nullish(),
      })
      .nullish(),
    attendanceIntervals: z
      .array(
        z.object({
          joinDateTime: instant.nullish(),
          leaveDateTime: instant.nullish(),
        }),
      )
      .nullish(),
  })
  .transform(
    ({ emailAddress, identity, attendanceIntervals, ...told }) =>
      ({
        identity: kindOf(identity?.["@odata.type"] ?? null, identity ?? null),
        id: identity?.id || null,
        tenantId: identity?.tenantId || null,
        displayName: identity?.displayName || null,
        address: emailAddress || null,
        seconds: told.totalAttendanceInSeconds ?? 0,
        stays: (attendanceIntervals ?? []).flatMap(
          ({ joinDateTime: from, leaveDateTime: until }) =>
            from && until && from <= until ? [{ from, until }] : [],
        ),
      }) satisfies AttendanceRecord,
  );

/**
 * Graph: "communicationsUserIdentity resource type", "communicationsGuestIdentity resource type",
 * "communicationsPhoneIdentity resource type"; one without a type that has an id is a user's.
 */
function kindOf(
  type: string | null,
  identity: { id?: string | null | undefined } | null,
): AttendanceRecord["identity"] {
  if (type?.endsWith("PhoneIdentity")) return "phone";
  if (type?.endsWith("GuestIdentity")) return "guest";
  return identity?.id ? "user" : "none";
}

/**
 * The attendance reports of a meeting, one a session; none before a session has ended, and at most the newest 50
 * (Graph: "List meetingAttendanceReports"). One that does not say when it was is left out: it is not finished.
 */
export async function listAttendanceReports(
  graph: GraphClient,
  owner: MeetingOwner,
  meetingId: string,
): Promise<AttendanceReport[]> {
  const reports = await readPages(
    graph,
    reportsPath(owner, meetingId),
    reportSchema,
  );
  return reports.flatMap((report) => {
    const { meetingStartDateTime: startedAt, meetingEndDateTime: endedAt } =
      report;
    if (!startedAt || !endedAt) return [];
    const participants = report.totalParticipantCount ?? null;
    return [{ id: report.id, startedAt, endedAt, participants }];
  });
}

/** Everybody whom a report lists (Graph: "List attendanceRecords"); view-only attendees of very large meetings are not. */
export async function listAttendanceRecords(
  graph: GraphClient,
  owner: MeetingOwner,
  of: { meetingId: string; reportId: string },
): Promise<AttendanceRecord[]> {
  const path = `${reportsPath(owner, of.meetingId)}/${encodeURIComponent(of.reportId)}/attendanceRecords`;
  return readPages(graph, path, recordSchema);
}

function reportsPath(owner: MeetingOwner, meetingId: string): string {
  return `${meetingsPath(owner)}/${encodeURIComponent(meetingId)}/attendanceReports`;
}
