import { randomUUID } from "node:crypto";

/** A refusal in Entra's words; `number` is the AADSTS code. */
export interface EntraRefusal {
  status: 400 | 401;
  error: string;
  number: number;
  message: string;
  suberror?: string;
}

/** Entra: OAuth 2.0 authorization code flow, error response of the token endpoint. */
export function entraErrorResponse(refusal: EntraRefusal, now: Date): Response {
  const traceId = randomUUID();
  const correlationId = randomUUID();
  const timestamp = now.toISOString().replace("T", " ").slice(0, 19) + "Z";
  return Response.json(
    {
      error: refusal.error,
      error_description: `AADSTS${refusal.number}: ${refusal.message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
      error_codes: [refusal.number],
      timestamp,
      trace_id: traceId,
      correlation_id: correlationId,
      error_uri: `https://login.microsoftonline.com/error?code=${refusal.number}`,
      ...(refusal.suberror ? { suberror: refusal.suberror } : {}),
    },
    { status: refusal.status, headers: { "Cache-Control": "no-store" } },
  );
}
