import {
  addToRoomSchema,
  attendancePeopleSchema,
  attendanceSchema,
  type AddToRoom,
  type Attendance,
  type AttendanceFilter,
  type AttendancePeople,
  type TickRoom,
} from "../../../../../bot/contract/attendance.ts";
import type { Api } from "../../../api-client/api.ts";
import { parserOf } from "../../../api-client/parser-of.ts";
import { loadFile, type LoadedFile } from "../../../downloads/load-file.ts";

const readAttendance = parserOf(attendanceSchema);
const readPeople = parserOf(attendancePeopleSchema);

export function loadAttendance(
  api: Api,
  { id, signal }: { id: string; signal: AbortSignal },
): Promise<Attendance> {
  const path = `/api/events/${id}/attendance`;
  return api.request({ path, signal, read: readAttendance });
}

export interface PeopleAsked {
  id: string;
  filter: AttendanceFilter;
  /** A part of name or address; empty: everybody. */
  search: string;
}

/** One page of the people. */
export function loadPeople(
  api: Api,
  asked: PeopleAsked & { cursor: string | null; signal?: AbortSignal },
): Promise<AttendancePeople> {
  const { id, filter, search, cursor, signal } = asked;
  const query = new URLSearchParams({ filter });
  if (search !== "") query.set("search", search);
  if (cursor !== null) query.set("cursor", cursor);
  const path = `/api/events/${id}/attendance/people?${query.toString()}`;
  return api.request({ path, read: readPeople, ...(signal && { signal }) });
}

/** Ticks somebody off in the room, or takes that back; the same however often it is said. */
export function tickRoom(
  api: Api,
  { id, body }: { id: string; body: TickRoom },
): Promise<Attendance> {
  const path = `/api/events/${id}/attendance/room`;
  return api.request({ method: "PUT", path, body, read: readAttendance });
}

export function addToRoom(
  api: Api,
  add: { id: string; body: AddToRoom; idempotencyKey: string },
): Promise<Attendance> {
  return api.request({
    method: "POST",
    path: `/api/events/${add.id}/attendance/room`,
    body: addToRoomSchema.parse(add.body),
    idempotencyKey: add.idempotencyKey,
    read: readAttendance,
  });
}

/** Posts the thank-you card; where it failed, once more. */
export function sendThanks(
  api: Api,
  { id }: { id: string },
): Promise<Attendance> {
  const path = `/api/events/${id}/attendance/thanks`;
  return api.request({ method: "POST", path, read: readAttendance });
}

/** The list as a file; the backend logs who asked for it. */
export function loadList(
  api: Api,
  { id }: { id: string },
): Promise<LoadedFile> {
  const path = `/api/events/${id}/attendance.csv`;
  return loadFile(api, { path, name: "attendance.csv" });
}
