import { accountOf } from "../../harness/connect-account.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { people, type World } from "../../harness/world.ts";
import { isUnclear } from "./fault-kinds.ts";
import type { MatrixFlow } from "./matrix-flow.ts";

const patienceMs = 100_000;
/** Messages, which the connector cannot tell from a repetition. */
const posts = /^connector POST .*\/(activities|conversations)$/;

interface End {
  state: string;
  told: number;
}

/** The sign-in of the account is revoked: the bot opens a chat with the admin and says so. */
export const adminNews: MatrixFlow<End> = {
  name: "a broken connection",
  connected: true,
  run: breakConnection,
  allowances: (strike, { end, undisturbed }) =>
    isUnclear(strike, posts) && end.told === undisturbed.told + 1
      ? { bounds: [3], withoutThem: { ...end, told: undisturbed.told } }
      : { bounds: [], withoutThem: end },
};

async function breakConnection(world: World): Promise<End> {
  const { simulator } = world;
  const admin = world.as(people.admin);
  simulator.installPersonally(people.admin);
  await simulator.settled();
  // Who an admin is, the product knows from whom it has seen.
  await waitFor("the admin's first look", () => admin.me());
  simulator.revokeSessions(people.organizer);
  await waitFor(
    "the connection to be broken",
    async () => {
      await admin.send("POST", "/api/accounts/check");
      return (await accountOf(admin)).state === "broken";
    },
    patienceMs,
  );
  const told = () =>
    simulator
      .messages({ conversation: { personal: people.admin } })
      .filter(
        ({ from, cards }) =>
          from.kind === "bot" &&
          /Invitations (cannot|do not)/.test(JSON.stringify(cards)),
      ).length;
  await waitFor("the message", () => Promise.resolve(told() > 0), patienceMs);
  const { state } = await waitFor("the account's view", () => accountOf(admin));
  return { state, told: told() };
}
