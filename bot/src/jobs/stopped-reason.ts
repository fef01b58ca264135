import { z } from "zod";

/**
 * Why work has stopped.
 *
 * - `processEnded`: the process ended, or stood still, during each try: most likely the job is what ends it
 * - `tookTooLong`: a try did not end within ten minutes
 * - `unreadable`: nothing can be made of what the job says
 * - `outlook`, `teams`, `signIn`: that service did not do what it was asked for
 * - `database`: the database did not answer
 * - `unexpected`: a fault of the product
 */
const stoppedReasons = [
  "processEnded",
  "tookTooLong",
  "unreadable",
  "outlook",
  "teams",
  "signIn",
  "database",
  "unexpected",
] as const;
export type StoppedReason = (typeof stoppedReasons)[number];

/** After these a further run can harm others' work, so none begins before an admin or a lead says so. */
export const dangerousReasons: readonly StoppedReason[] = [
  "processEnded",
  "tookTooLong",
];

/** A payload that does not fit its kind of job; no further try would change that. */
export class UnreadablePayload extends Error {
  constructor(cause: unknown) {
    super("The payload of this job cannot be read.", { cause });
    this.name = "UnreadablePayload";
  }
}

const reasonsByName = new Map<string, StoppedReason>([
  ["UnreadablePayload", "unreadable"],
  ["GraphFailure", "outlook"],
  ["MessengerFailure", "teams"],
  ["NoToken", "signIn"],
  ["EntraUnreachable", "signIn"],
]);

/** Why a try failed, by what it threw. Pure. */
export function reasonOf(error: unknown): StoppedReason {
  if (!(error instanceof Error)) return "unexpected";
  // PostgreSQL's refusals have a severity; a lost connection is an error of the network.
  const { severity, code } = error as { severity?: unknown; code?: unknown };
  if (severity !== undefined || /^E[A-Z]+$/.test(String(code)))
    return "database";
  return reasonsByName.get(error.name) ?? "unexpected";
}

const outputSchema = z.union([
  z.object({ reason: z.enum(stoppedReasons) }),
  z
    .object({ value: z.object({ message: z.string() }) })
    .transform(({ value }) => ({ message: value.message })),
  z.object({ message: z.string() }),
]);

const reasonsByMessage: readonly [RegExp, StoppedReason][] = [
  [/^job heartbeat timeout$/, "processEnded"],
  [/^pg-boss shut down/, "processEnded"],
  [/^job timed out$/, "tookTooLong"],
  [/^handler execution exceeded /, "tookTooLong"],
];

/**
 * Why a job has stopped, by what the queue keeps of its last try: the reason that we gave, or the queue's own
 * words where it ended the try itself. Pure.
 */
export function readStoppedReason(output: unknown): StoppedReason {
  const { data } = outputSchema.safeParse(output);
  if (!data) return "unexpected";
  if ("reason" in data) return data.reason;
  return (
    reasonsByMessage.find(([words]) => words.test(data.message))?.[1] ??
    "unexpected"
  );
}
