import { randomUUID } from "node:crypto";
import type { AppRegistration } from "../world/app-registration.ts";

/** A refusal in Entra's words; `number` is the AADSTS code. */
export interface EntraRefusal {
  status: 400 | 401;
  error: string;
  number: number;
  message: string;
  suberror?: string;
  /** What the app must ask for at the next sign-in, as JSON (Entra: Claims challenges). */
  claims?: string;
}

/** Entra: OAuth 2.0 authorization code flow, error response of the token endpoint. */
export function entraErrorResponse(refusal: EntraRefusal, now: Date): Response {
  const { number, message } = refusal;
  const answer = stamp(number, message, now);
  return Response.json(
    {
      error: refusal.error,
      error_description: answer.description,
      error_codes: [number],
      timestamp: answer.timestamp,
      trace_id: answer.traceId,
      correlation_id: answer.correlationId,
      error_uri: `https://login.microsoftonline.com/error?code=${number}`,
      ...(refusal.suberror ? { suberror: refusal.suberror } : {}),
      ...(refusal.claims ? { claims: refusal.claims } : {}),
    },
    { status: refusal.status, headers: { "Cache-Control": "no-store" } },
  );
}

/** The description of an error that is sent to the app through the browser. */
export function describeAnswer(
  number: number,
  message: string,
  now: Date,
): string {
  return stamp(number, message, now).description;
}

function stamp(number: number, message: string, now: Date) {
  const traceId = randomUUID();
  const correlationId = randomUUID();
  const timestamp = now.toISOString().replace("T", " ").slice(0, 19) + "Z";
  return {
    traceId,
    correlationId,
    timestamp,
    description: `AADSTS${number}: ${message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
  };
}

/** Entra: authentication and authorization error codes, AADSTS65001. */
export function consentMissing(app: AppRegistration): EntraRefusal {
  return {
    status: 400,
    error: "invalid_grant",
    number: 65001,
    message: `The user or administrator has not consented to use the application with ID '${app.clientId}' named '${app.name}'. Send an interactive authorization request for this user and resource.`,
    suberror: "consent_required",
  };
}
