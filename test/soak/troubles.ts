import type { Chance } from "./chance.ts";
import type { Life } from "./open-life.ts";

/** What can happen while people answer. */
export type Trouble = (life: Life, answers: () => void) => Promise<void>;

type Notifications = { path: string };
const changes: Notifications = { path: "notifications" };
const lifecycle: Notifications = { path: "lifecycle" };

const drop = (life: Life, what: Notifications) =>
  life.world.simulator.setFault({
    service: "notification",
    ...what,
    times: null,
    effect: { kind: "dropNotification" },
  });

/** By name; each ends with the backend running and nothing out of order. */
export const troubles = {
  none: async (_life, answers) => answers(),

  async reportsTwiceAndLate(life, answers) {
    for (const effect of [
      { kind: "doubleNotification" },
      { kind: "delayNotification", ms: 700 },
    ] as const)
      life.world.simulator.setFault({
        service: "notification",
        times: 3,
        effect,
      });
    answers();
    await life.book.untilTold();
    life.world.simulator.clearFaults();
  },

  async reportsMissed(life, answers) {
    drop(life, changes);
    answers();
    life.world.simulator.clearFaults();
    life.world.simulator.sendLifecycle("missed");
  },

  async reauthorization(life, answers) {
    life.world.simulator.sendLifecycle("reauthorizationRequired");
    answers();
  },

  async subscriptionRemoved(life, answers) {
    life.world.simulator.sendLifecycle("subscriptionRemoved");
    answers();
  },

  /** The next check of the account finds it. */
  async subscriptionRemovedInSilence(life, answers) {
    drop(life, lifecycle);
    life.world.simulator.sendLifecycle("subscriptionRemoved");
    answers();
    await life.pass(7);
    life.world.simulator.clearFaults();
    await life.pass(1);
  },

  /** So long that Graph gives up repeating what it could not report. */
  async longOutage(life, answers) {
    await life.world.product().kill();
    answers();
    await life.passUnattended(6);
    await life.world.restart();
  },

  /** So long that the subscription runs out. */
  async veryLongOutage(life, answers) {
    await life.world.product().stop();
    answers();
    await life.passUnattended(8 * 24);
    await life.world.restart();
  },

  /** Graph still repeats its reports when the backend is back. */
  async crash(life, answers) {
    answers();
    await life.world.product().kill();
    answers();
    await life.world.restart();
  },
} satisfies Record<string, Trouble>;

export type TroubleName = keyof typeof troubles;

/** Half of the time nothing happens. */
export function drawTrouble(chance: Chance): TroubleName {
  const [first, ...rest] = Object.keys(troubles) as [
    TroubleName,
    ...TroubleName[],
  ];
  return chance.number(2) === 0 ? "none" : chance.of([first, ...rest]);
}
