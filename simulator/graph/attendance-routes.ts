import { Hono } from "hono";
import type { HeldSession } from "../attendance/held-session.ts";
import { reportsIn, reportsOf } from "../attendance/reports.ts";
import type { Person } from "../world/world-seed.ts";
import { recordResource, reportResource } from "./attendance-resource.ts";
import {
  metadataUrl,
  type Graph,
  type GraphEnvironment,
  type GraphRequest,
} from "./graph-context.ts";
import { badRequest, GraphError, notImplemented } from "./graph-error.ts";
import { heldById } from "./held-online.ts";
import {
  artifactReaders,
  requireNamedOrganizer,
  requireSignedInOrganizer,
} from "./meeting-access.ts";
import type { HeldOnline } from "./online-meeting-resource.ts";
import { readQueryOptions } from "./query.ts";

/** Who attended the Teams meetings behind events, for their organizer or for the app in the organizer's place. */
export function attendanceRoutes(graph: Graph): Hono<GraphEnvironment> {
  const routes = new Hono<GraphEnvironment>();
  const { simulation, exchange } = graph;

  // Graph: List meetingAttendanceReports.
  routes.get("/me/onlineMeetings/:meetingId/attendanceReports", (c) =>
    listReports(c, signedIn(c)),
  );
  routes.get(
    "/users/:userId/onlineMeetings/:meetingId/attendanceReports",
    (c) => listReports(c, named(c)),
  );

  // Graph: Get meetingAttendanceReport.
  routes.get("/me/onlineMeetings/:meetingId/attendanceReports/:reportId", (c) =>
    showReport(c, signedIn(c)),
  );
  routes.get(
    "/users/:userId/onlineMeetings/:meetingId/attendanceReports/:reportId",
    (c) => showReport(c, named(c)),
  );

  // Graph: List attendanceRecords.
  routes.get(
    "/me/onlineMeetings/:meetingId/attendanceReports/:reportId/attendanceRecords",
    (c) => listRecords(c, signedIn(c)),
  );
  routes.get(
    "/users/:userId/onlineMeetings/:meetingId/attendanceReports/:reportId/attendanceRecords",
    (c) => listRecords(c, named(c)),
  );

  return routes;

  function signedIn(c: GraphRequest): Person {
    return requireSignedInOrganizer(c.get("caller"), artifactReaders);
  }

  function named(c: GraphRequest): Person {
    return requireNamedOrganizer(simulation, c.get("caller"), {
      userId: c.req.param("userId") ?? "",
      permissions: artifactReaders,
    });
  }

  /** Records are not told here: the page calls the property empty. */
  function listReports(c: GraphRequest, organizer: Person): Response {
    readQueryOptions(c, []);
    const { teamsMeeting } = meetingOf(c, organizer);
    const { channelMeetingReports, mostAttendanceReports } =
      simulation.settings.current();
    const isChannelMeeting = teamsMeeting.messageId !== undefined;
    if (isChannelMeeting && channelMeetingReports === "refused")
      throw channelMeeting();
    const reports = isChannelMeeting
      ? reportsIn(simulation, teamsMeeting.threadId)
      : reportsOf(simulation, teamsMeeting);
    return c.json({
      "@odata.context": context(c, organizer, ""),
      value: reports.slice(0, mostAttendanceReports).map((report) => ({
        ...reportResource(report),
        attendanceRecords: [],
      })),
    });
  }

  function showReport(c: GraphRequest, organizer: Person): Response {
    const expand = readQueryOptions(c, ["$expand"]).get("$expand");
    if (expand !== undefined && expand !== "attendanceRecords")
      throw notImplemented(`$expand=${expand}`);
    const report = requireReport(c, organizer);
    const path = `('${report.reportId}')`;
    const { records, nextLink } = pageOf(c, report, 0);
    return c.json({
      "@odata.context": context(c, organizer, path),
      ...reportResource(report),
      ...(expand !== undefined && {
        "attendanceRecords@odata.context": context(
          c,
          organizer,
          `${path}/attendanceRecords`,
        ),
        attendanceRecords: records,
        ...(nextLink !== null && {
          "attendanceRecords@odata.nextLink": nextLink,
        }),
      }),
    });
  }

  function listRecords(c: GraphRequest, organizer: Person): Response {
    const token = readQueryOptions(c, ["$skiptoken"]).get("$skiptoken");
    const report = requireReport(c, organizer);
    const { records, nextLink } = pageOf(c, report, startOf(report, token));
    return c.json({
      "@odata.context": context(
        c,
        organizer,
        `('${report.reportId}')/attendanceRecords`,
      ),
      ...(nextLink !== null && { "@odata.nextLink": nextLink }),
      value: records,
    });
  }

  function meetingOf(c: GraphRequest, organizer: Person): HeldOnline {
    return heldById(exchange, organizer, c.req.param("meetingId") ?? "");
  }

  function requireReport(c: GraphRequest, organizer: Person): HeldSession {
    const { teamsMeeting } = meetingOf(c, organizer);
    if (teamsMeeting.messageId !== undefined) throw channelMeeting();
    const id = c.req.param("reportId");
    // Those beyond the newest are not listed, and still there.
    const report = reportsOf(simulation, teamsMeeting).find(
      ({ reportId }) => reportId === id,
    );
    if (report) return report;
    throw new GraphError({
      status: 404,
      code: "NotFound",
      message: "The attendance report was not found.",
    });
  }

  /** Graph: Paging Microsoft Graph data in your app. */
  function pageOf(c: GraphRequest, report: HeldSession, start: number) {
    const size = simulation.settings.current().attendanceRecordsPage;
    const page = report.presences.slice(start, start + size);
    const next = start + page.length;
    return {
      records: page.map((presence) => recordResource(simulation, presence)),
      nextLink:
        next < report.presences.length ? nextLinkOf(c, report, next) : null,
    };
  }

  function nextLinkOf(
    c: GraphRequest,
    report: HeldSession,
    start: number,
  ): string {
    const [path = ""] = new URL(c.req.url).pathname.split(
      "/attendanceReports/",
    );
    const inGraph = path.slice(
      new URL(simulation.addresses.graphBaseUrl).pathname.length,
    );
    const token = Buffer.from(`${report.reportId}/${start}`).toString(
      "base64url",
    );
    return `${simulation.addresses.graphBaseUrl}${inGraph}/attendanceReports/${report.reportId}/attendanceRecords?$skiptoken=${token}`;
  }

  function context(c: GraphRequest, organizer: Person, path: string): string {
    const meetingId = c.req.param("meetingId") ?? "";
    return metadataUrl(
      graph,
      `users('${organizer.id}')/onlineMeetings('${meetingId}')/attendanceReports${path}`,
    );
  }
}

/** Tokens are of one report alone. */
function startOf(report: HeldSession, token: string | undefined): number {
  if (token === undefined) return 0;
  const [reportId, start] = Buffer.from(token, "base64url")
    .toString("utf8")
    .split("/");
  if (reportId === report.reportId && /^\d{1,9}$/.test(start ?? ""))
    return Number(start);
  throw badRequest("BadRequest", "The skip token is not valid.");
}

/** Graph: Get meetingAttendanceReport does not support channel meetings; the error is inferred. */
function channelMeeting(): GraphError {
  return badRequest(
    "BadRequest",
    "Attendance reports of channel meetings are not supported.",
  );
}
