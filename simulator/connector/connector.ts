import type { Simulation } from "../simulation.ts";
import type { Person } from "../world/world-seed.ts";
import { sha256Base64Url } from "./opaque-id.ts";
import type { Outbox } from "./outbox.ts";
import type { RateLimiter } from "./rate-limits.ts";

export interface Connector {
  simulation: Simulation;
  outbox: Outbox;
  limiter: RateLimiter;
}

/** Bot Framework: channel accounts in Teams; another id for each bot, so the bot's is mixed in. */
export function memberId(simulation: Simulation, person: Person): string {
  const { botId } = simulation.app;
  return `29:1${sha256Base64Url(`${botId}/${person.id}`)}`;
}

export function botAccountId(simulation: Simulation): string {
  return `28:${simulation.app.botId}`;
}

export function personByMemberId(
  simulation: Simulation,
  id: string,
): Person | undefined {
  const { directory } = simulation;
  // Teams takes the Entra object id, too.
  return (
    directory.person(id) ??
    directory.people.find((person) => memberId(simulation, person) === id)
  );
}
