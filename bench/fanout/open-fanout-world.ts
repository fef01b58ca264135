import { contosoSeed } from "../../simulator/seed/contoso.ts";
import { openWorld, people, type World } from "../../test/harness/world.ts";
import type { Api } from "../../test/harness/api.ts";
import type { ServedCall } from "./ideal-fanout.ts";

/** How Graph behaves in the bench. */
export const graphInBench = {
  /** Each call takes this long, in milliseconds. */
  callMs: 200,
  /** Every so manieth call is throttled: 5 in 100. */
  throttleEvery: 20,
  /** The pause that Graph then asks for, in milliseconds; its header has fractions of a second. */
  pauseMs: 450,
};

/** What was seen at Graph, by the simulator's own doing. */
interface FanoutWire {
  /** Since the last call of `begin`, in order. */
  calls: (ServedCall & { at: number })[];
  /** Creates, updates and cancellations that had their effect, with the time of `performance.now()`. */
  effects: number[];
  /** Forgets what was seen, and lets Graph behave as described from now on. */
  begin(): void;
  /** Graph is quick again, and nothing is looked at. */
  end(): void;
}

export interface FanoutWorld {
  world: World;
  wire: FanoutWire;
  groupId: string;
  employees: string[];
  /** The lead at each of the backends. */
  leads: Api[];
}

/** The product in so many processes, with a connected account, in an organization with 500 more employees. */
export async function openFanoutWorld(
  opened: AsyncDisposableStack,
  processes: number,
): Promise<FanoutWorld> {
  const seed = contosoSeed({ moreEmployees: 500 });
  const calls: FanoutWire["calls"] = [];
  const effects: number[] = [];
  let counted = 0;
  let hasBegun = false;
  const world = await openWorld({
    simulator: {
      worldSeed: seed,
      intercept: ({ point, service, method, path }) => {
        if (!hasBegun || service !== "graph" || !path.includes("/me/events"))
          return Promise.resolve();
        if (point === "effectDone") {
          if (method !== "GET") effects.push(performance.now());
          return Promise.resolve();
        }
        counted += 1;
        const throttled = counted % graphInBench.throttleEvery === 0;
        calls.push({ throttled, at: performance.now() });
        if (throttled)
          world.simulator.setFault({
            service: "graph",
            times: 1,
            effect: {
              kind: "status",
              status: 429,
              retryAfterSeconds: graphInBench.pauseMs / 1_000,
              when: "before",
            },
          });
        return Promise.resolve();
      },
    },
    environment: {
      LOG_LEVEL: "warn",
      NODE_OPTIONS: "--inspect=127.0.0.1:0",
    },
  });
  opened.defer(() => world.close());
  await world.connectAccount();
  const leads = [world.as(people.lead)];
  while (leads.length < processes)
    leads.push((await world.startReplica()).as(people.lead));
  return {
    world,
    leads,
    groupId: await world.groupId("Women at Contoso", people.lead),
    employees: seed.people
      .map(({ mail }) => mail)
      .filter((mail) => mail.startsWith("Employee")),
    wire: {
      calls,
      effects,
      begin: () => {
        calls.length = 0;
        effects.length = 0;
        hasBegun = true;
        slowDown(world);
      },
      end: () => {
        hasBegun = false;
        world.simulator.clearFaults();
      },
    },
  };
}

/** From now on each call of Graph takes its time. */
export function slowDown(world: World): void {
  world.simulator.setFault({
    service: "graph",
    path: "/me/events",
    times: null,
    effect: { kind: "latency", ms: graphInBench.callMs },
  });
}
