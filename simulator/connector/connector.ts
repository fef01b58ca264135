import type { Simulation } from "../simulation.ts";
import type { Person } from "../world/world-seed.ts";
import { sha256Base64Url } from "./opaque-id.ts";

/** The app in a team. */
export interface Installation {
  teamId: string;
  installedById: string;
  installedAt: string;
  /** The bot has been told. */
  isAnnounced: boolean;
}

/** A message that a bot has posted. */
export interface StoredActivity {
  id: string;
  conversationId: string;
  postedAt: string;
  updatedAt: string | null;
  isDeleted: boolean;
  activity: Record<string, unknown>;
}

export interface Connector {
  simulation: Simulation;
  announcer: Announcer;
}

/** Tells the bot what happens in Teams. */
export interface Announcer {
  installed(installation: Installation): void;
  removed(installation: Installation, byPersonId: string): void;
  close(): void;
}

export const installationsOf = (simulation: Simulation) =>
  simulation.store.table<Installation>("installations");

export const activitiesOf = (simulation: Simulation) =>
  simulation.store.table<StoredActivity>("activities");

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
