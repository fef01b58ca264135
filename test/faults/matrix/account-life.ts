import {
  beginSignIn,
  comeBack,
  confirm,
  accountOf,
  signInAt,
} from "../../harness/connect-account.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { people, type World } from "../../harness/world.ts";
import type { Bound } from "./bounds.ts";
import { isUnclear } from "./fault-kinds.ts";
import type { MatrixFlow } from "./matrix-flow.ts";

interface End {
  /** How often an admin had to begin. */
  begun: number;
  checks: Record<string, string>;
  /** Live ones at Graph while connected, and after. */
  subscriptions: number;
  subscriptionsAfter: number;
  stateAfter: string;
}

const patienceMs = 100_000;

/** The service account is connected, checked, and disconnected. */
export const accountLife: MatrixFlow<End> = {
  name: "the service account",
  connected: false,
  run: liveThroughAccount,
  allowances(strike, { end, undisturbed }) {
    const bounds: Bound[] = [];
    const withoutThem = { ...end };
    const leftOver = Math.max(
      end.subscriptions - undisturbed.subscriptions,
      end.subscriptionsAfter - undisturbed.subscriptionsAfter,
    );
    // Whatever is refused or lost of a deletion, it is not repeated; and a kill may hit what was under way beside.
    const mayLeave =
      strike.fault.startsWith("crash") ||
      isUnclear(strike, /^graph POST \/subscriptions$/) ||
      /^graph DELETE \/subscriptions/.test(strike.call.kind);
    if (mayLeave && leftOver === 1) {
      bounds.push(4);
      withoutThem.subscriptions = undisturbed.subscriptions;
      withoutThem.subscriptionsAfter = undisturbed.subscriptionsAfter;
    }
    const endsSignIn = /^entra/.test(strike.call.kind);
    if (endsSignIn && end.begun > undisturbed.begun) {
      bounds.push(5);
      withoutThem.begun = undisturbed.begun;
    }
    return { bounds, withoutThem };
  },
};

async function liveThroughAccount(world: World): Promise<End> {
  const admin = world.as(people.admin);
  const viewOf = () =>
    waitFor("the account's view", () => accountOf(admin).catch(() => null));
  let begun = 0;
  const connected = await waitFor(
    "a connected account",
    async () => {
      const { state } = await viewOf();
      if (state === "connected") return viewOf();
      begun += 1;
      const opened = await beginSignIn(admin);
      const callback = await signInAt(opened.authorizeUrl, people.organizer);
      await comeBack(callback, opened.cookie);
      return (await confirm(admin)).state === "connected" && viewOf();
    },
    patienceMs,
  );
  const checked = await waitFor(
    "its checks",
    async () => {
      // As an admin does who reads that something could not be found out.
      await admin.send("POST", "/api/accounts/check");
      const { checks } = await viewOf();
      const found = Object.fromEntries(
        checks.map(({ name, state }) => [name, state]),
      );
      return (
        ["account", "mailbox", "teamsMeetings", "answers"].every(
          (name) => found[name] === "ok",
        ) && found
      );
    },
    patienceMs,
  );
  const subscriptions = world.simulator.subscriptions().length;
  const after = await waitFor(
    "the account to be disconnected",
    async () => {
      await admin.send(
        "DELETE",
        `/api/accounts/${connected.account?.id ?? ""}`,
      );
      const view = await viewOf();
      return view.state === "notConnected" && view;
    },
    patienceMs,
  );
  return {
    begun,
    checks: checked,
    subscriptions,
    subscriptionsAfter: world.simulator.subscriptions().length,
    stateAfter: after.state,
  };
}
