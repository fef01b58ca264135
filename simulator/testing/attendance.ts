import type { Client } from "@microsoft/microsoft-graph-client";
import { lookUpMeeting } from "./online-meetings.ts";

interface AttendanceReport {
  id: string;
  totalParticipantCount: number;
  meetingStartDateTime: string;
  meetingEndDateTime: string;
}

interface AttendanceRecord {
  id: string;
  emailAddress: string | null;
  totalAttendanceInSeconds: number;
  role: string;
  identity: {
    "@odata.type"?: string;
    id: string | null;
    displayName: string | null;
    tenantId?: string | null;
  } | null;
  attendanceIntervals: {
    joinDateTime: string;
    leaveDateTime: string;
    durationInSeconds: number;
  }[];
}

/** One meeting's attendance as Graph tells it; replies as they come. */
export interface AttendanceReader {
  path: string;
  list(query?: string): Promise<{ value: AttendanceReport[] }>;
  report(id: string, query?: string): Promise<AttendanceReport>;
  records(
    id: string,
  ): Promise<{ value: AttendanceRecord[]; "@odata.nextLink"?: string }>;
  /** Follows every link. */
  allRecords(id: string): Promise<AttendanceRecord[][]>;
}

/** @param whose `/me`, or `/users/{id}` for the app itself */
export async function attendanceReader(
  client: Client,
  joinUrl: string,
  whose = "/me",
): Promise<AttendanceReader> {
  const { value } = await lookUpMeeting(client, joinUrl, whose);
  const meetingId = encodeURIComponent(value[0]!.id);
  const path = `${whose}/onlineMeetings/${meetingId}/attendanceReports`;
  const get = <T>(address: string) => client.api(address).get() as Promise<T>;
  const records: AttendanceReader["records"] = (id) =>
    get(`${path}/${id}/attendanceRecords`);
  return {
    path,
    list: (query = "") => get(`${path}${query}`),
    report: (id, query = "") => get(`${path}/${id}${query}`),
    records,
    allRecords: async (id) => {
      const pages: AttendanceRecord[][] = [];
      let page = await records(id);
      pages.push(page.value);
      while (page["@odata.nextLink"] !== undefined) {
        page = await get(page["@odata.nextLink"]);
        pages.push(page.value);
      }
      return pages;
    },
  };
}
