import type { AttendanceRecord } from "../graph/attendance-reports.ts";
import type { Visit } from "./attendance-facts.ts";

const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Teams hides the middle of a number from others than the organizer's people (Teams: "Manage phone number privacy"). */
const phoneNumber = /^\+?\d[\d*xX ().-]{4,}$/;

/**
 * What is kept of a record of an attendance report. Only what is surely an Entra object id is one; of whom Teams tells
 * no stays, all that is known is that they were there during the session. Pure.
 */
export function visitOfRecord(
  record: AttendanceRecord,
  given: {
    session: { startedAt: Date; endedAt: Date };
    /** Of the organization. */
    tenantId: string;
  },
): Omit<Visit, "id"> {
  const { session, tenantId } = given;
  const stays = record.stays.toSorted(
    (a, b) => a.from.getTime() - b.from.getTime(),
  );
  const leaves = stays.map(({ until }) => until.getTime());
  return {
    objectId:
      record.identity === "user" && guid.test(record.id ?? "")
        ? (record.id?.toLowerCase() ?? null)
        : null,
    address: record.address?.trim().toLowerCase() || null,
    displayName: record.displayName?.trim() ?? "",
    kind: kindOf(record, tenantId),
    seconds: record.seconds,
    firstJoinAt: stays[0]?.from ?? session.startedAt,
    lastLeaveAt:
      leaves.length > 0 ? new Date(Math.max(...leaves)) : session.endedAt,
    stays,
  };
}

function kindOf(record: AttendanceRecord, tenantId: string): Visit["kind"] {
  const isOwn = record.tenantId === null || record.tenantId === tenantId;
  if (record.identity === "phone") return "phone";
  if (record.identity === "user") return isOwn ? "person" : "guest";
  const isNumber =
    record.address === null && phoneNumber.test(record.displayName ?? "");
  return isNumber ? "phone" : "guest";
}
