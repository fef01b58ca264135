import { waitFor } from "../../harness/wait-for.ts";
import type { World } from "../../harness/world.ts";
import type { Strike } from "./fault-lane.ts";
import { isUnclear } from "./fault-kinds.ts";
import type { MatrixFlow } from "./matrix-flow.ts";

const team = "Veterans Network";
/** MSAL asks for no token for a minute after a refusal, and the tries are up to a minute apart then. */
const patienceMs = 200_000;
/** Messages, which the connector cannot tell from a repetition. */
const posts = /^connector POST .*\/(activities|conversations)$/;

interface End {
  groups: unknown;
  greetings: number;
}

/** A team gets the app: its members and owners are read, and it is greeted. */
export const teamLife: MatrixFlow<End> = {
  name: "a team",
  connected: true,
  run: addApp,
  allowances: (strike, { end, undisturbed }) =>
    mayMissGreeting(strike) && end.greetings < undisturbed.greetings
      ? {
          bounds: [2],
          withoutThem: { ...end, greetings: undisturbed.greetings },
        }
      : { bounds: [], withoutThem: end },
};

async function addApp(world: World, strike: Strike | null): Promise<End> {
  const { simulator } = world;
  const found = simulator.world.teams.find(({ name }) => name === team);
  const [ownerId = ""] = found?.ownerIds ?? [];
  if (!found) throw new Error(`There is no team ${team}.`);
  const owner = simulator.world.person(ownerId)?.upn ?? "";
  simulator.installApp({ teamId: found.id, personId: ownerId });
  const groups = await waitFor(
    "the group with everybody in it",
    async () => {
      const group = (await world.as(owner).me()).groups.find(
        ({ name }) => name === team,
      );
      return group?.memberCount === found.memberIds.length && group;
    },
    patienceMs,
  );
  const greetings = () =>
    simulator
      .messages({ conversation: found.id })
      .filter(({ summary }) => summary === "ERG Events is here").length;
  // At most once: after a fault at the greeting itself it may never come.
  const mayBeMissing = strike !== null && mayMissGreeting(strike);
  await waitFor(
    "the greeting",
    () => Promise.resolve(greetings() > 0),
    mayBeMissing ? 6_000 : patienceMs,
  ).catch((error: unknown) => {
    if (!mayBeMissing) throw error;
  });
  const { id: _, ...group } = groups;
  return { groups: group, greetings: greetings() };
}

/**
 * The greeting counts as sent before it is sent; a process that is killed while it gets the bot's token for it, or asks
 * where to get it, has not sent it.
 */
function mayMissGreeting(strike: Strike): boolean {
  const isKilled = strike.fault.startsWith("crash");
  return (
    isUnclear(strike, posts) ||
    (isKilled && strike.call.kind.startsWith("entra "))
  );
}
