import type { ReadingProblem } from "../db/tables/attendance.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** From the event's end to the first look, in milliseconds: a report comes only when everybody has left. */
export const firstTryMs = 3 * minuteMs;

/** After these tries without a report come the next ones, in minutes: 5, 10, 20, 40, then 1, 2, 4 … hours. */
function pauseMinutes(tries: number): number {
  return tries <= 4 ? 5 * 2 ** (tries - 1) : 60 * 2 ** Math.min(tries - 5, 10);
}

/** How long reports are looked for after the event's end, in milliseconds. */
const patienceMs = 3 * dayMs;

/** How long it is tried where Microsoft does not answer, in milliseconds from when that began. */
const outagePatienceMs = 7 * dayMs;

/** When further sessions are looked for after one was found: people overstay, and meetings are begun again. */
const lookAgainMs = [hourMs, 6 * hourMs, dayMs];

/**
 * A policy of Teams takes up to 30 minutes (Graph: "Configure application access to online meetings or virtual events"):
 * it is looked for this often, and for this long, before it is taken for missing. In milliseconds.
 */
const policyPauseMs = 10 * minuteMs;
const policyPatienceMs = hourMs;

/**
 * When reports are looked for next; null: not by itself any more. What is missing by somebody's doing (a permission, a
 * working account) is looked for besides as soon as it is there. Pure.
 */
export function nextTryAt(look: {
  now: Date;
  endsAt: Date;
  /** How often it was tried without finding a session, this time included. */
  tries: number;
  problem: ReadingProblem | null;
  problemSince: Date | null;
  /** When a session was last found; null: none was. */
  foundAt: Date | null;
  /** Microsoft asked to wait this long. */
  retryAfterMs: number | null;
}): Date | null {
  const { problem } = look;
  const now = look.now.getTime();
  const since = (look.problemSince ?? look.now).getTime();
  if (problem === null)
    return look.foundAt === null
      ? null
      : (lookAgainMs
          .map((ms) => new Date((look.foundAt?.getTime() ?? 0) + ms))
          .find((at) => at > look.now) ?? null);
  if (problem === "channelMeeting" || problem === "noReport") return null;
  const isFreshPolicy =
    problem === "policyMissing" && now - since < policyPatienceMs;
  if (isFreshPolicy) return new Date(now + policyPauseMs);
  const deadline = Math.max(
    look.endsAt.getTime() + patienceMs,
    look.foundAt === null ? 0 : look.foundAt.getTime() + dayMs,
    problem === "unreachable" ? since + outagePatienceMs : 0,
  );
  if (now >= deadline) return null;
  const pause = pauseMinutes(Math.max(1, look.tries)) * minuteMs;
  return new Date(
    Math.max(Math.min(now + pause, deadline), now + (look.retryAfterMs ?? 0)),
  );
}
