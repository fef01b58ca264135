import { Hono } from "hono";
import { z } from "zod";
import {
  countParticipants,
  type HeldSession,
} from "../attendance/held-session.ts";
import { showReports } from "../attendance/reports.ts";
import { grantAccessPolicy } from "../graph/access-policy.ts";
import type { ExchangeServer } from "../outlook/exchange-server.ts";
import { expireMeeting, holdMeeting } from "./attendance-desk.ts";
import { heldMeetingSchema } from "./held-meeting.ts";
import { readBody } from "./read-body.ts";

const nameSchema = heldMeetingSchema.pick({
  subject: true,
  eventId: true,
  joinUrl: true,
});
const policySchema = z.strictObject({
  effectiveAfterSeconds: z.int().nonnegative(),
});

/** Teams meetings take place, and what becomes of their attendance reports. */
export function attendanceRoutes(exchange: ExchangeServer): Hono {
  const routes = new Hono();
  const { simulation } = exchange;

  routes.post("/meetings/hold", async (c) => {
    const given = heldMeetingSchema.parse(await readBody(c));
    const sessions = holdMeeting(exchange, given);
    return c.json({ sessions: sessions.map(sessionView) }, 201);
  });

  routes.post("/meetings/show-reports", (c) => {
    showReports(simulation);
    return c.body(null, 204);
  });

  routes.post("/meetings/expire-reports", async (c) => {
    expireMeeting(exchange, nameSchema.parse(await readBody(c)));
    return c.body(null, 204);
  });

  routes.post("/access-policy", async (c) => {
    grantAccessPolicy(simulation, policySchema.parse(await readBody(c)));
    return c.body(null, 204);
  });

  return routes;
}

function sessionView(session: HeldSession) {
  const { startedAt, endedAt, reportId, reportAt } = session;
  const participants = countParticipants(session);
  return { startedAt, endedAt, participants, reportId, reportAt };
}
