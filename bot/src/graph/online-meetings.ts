import { z } from "zod";
import type { GraphClient } from "./graph-client.ts";

/** Whose meetings are looked at: the account's by its own token, or by the app's. */
export type MeetingOwner = "me" | { userObjectId: string };

function ownerPath(owner: MeetingOwner): string {
  return owner === "me" ? "/me" : `/users/${owner.userObjectId}`;
}

const idListSchema = z.object({ value: z.array(z.object({ id: z.string() })) });

/**
 * Finds an online meeting by its join link, the only filter there is (Graph: "Get onlineMeeting"). Null when
 * Teams knows none, which also is so where somebody else organized it.
 */
export async function findOnlineMeetingId(
  graph: GraphClient,
  owner: MeetingOwner,
  joinUrl: string,
): Promise<string | null> {
  const literal = joinUrl.replaceAll("'", "''");
  const page = idListSchema.parse(
    await graph.call<unknown>(`${ownerPath(owner)}/onlineMeetings`, (request) =>
      request
        // The SDK puts filters into the address as they are, and the link has % and & of its own.
        .filter(encodeURIComponent(`JoinWebUrl eq '${literal}'`))
        .get(),
    ),
  );
  return page.value[0]?.id ?? null;
}

/** The attendance reports of a meeting, one a session; none before it has ended (Graph: "List meetingAttendanceReports"). */
export async function listAttendanceReportIds(
  graph: GraphClient,
  owner: MeetingOwner,
  meetingId: string,
): Promise<string[]> {
  const path = `${ownerPath(owner)}/onlineMeetings/${encodeURIComponent(meetingId)}/attendanceReports`;
  const page = idListSchema.parse(
    await graph.call<unknown>(path, (request) => request.get()),
  );
  return page.value.map(({ id }) => id);
}
