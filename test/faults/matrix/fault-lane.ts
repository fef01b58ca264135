import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { InterceptedMoment } from "../../../simulator/simulation.ts";
import { preparePorts, prepareBeginning } from "../../harness/beginning.ts";
import { openWorld, type World } from "../../harness/world.ts";
import {
  answerTimeoutSeconds,
  faultKinds,
  type FaultKind,
} from "./fault-kinds.ts";
import { kindOfCall, type OutgoingCall } from "./outgoing-call.ts";

/** One fault, at one call. */
export interface Strike {
  call: OutgoingCall;
  fault: FaultKind;
}

/** A place in which flows run again and again from the same beginning, each time with another fault. */
export interface FaultLane {
  /**
   * Runs a flow once; `strike` null: undisturbed. What `prepare` does before meets no fault. @returns the calls that it made until the fault, and whether it came to that */
  run<End>(
    strike: Strike | null,
    flow: (world: World) => Promise<End>,
    prepare?: (world: World) => Promise<void>,
  ): Promise<{ end: End; calls: OutgoingCall[]; struck: boolean }>;
  close(): Promise<void>;
}

export async function openFaultLane({
  connected,
  environment,
}: {
  connected: boolean;
  environment?: Record<string, string>;
}): Promise<FaultLane> {
  const ports = await preparePorts();
  const folder = await mkdtemp(join(tmpdir(), "erg-events-faults-"));
  const beginning = await prepareBeginning(openWorld, {
    ports,
    folder: join(folder, "beginning"),
    connected,
  });
  let runs = 0;

  return {
    async run(strike, flow, prepare = () => Promise.resolve()) {
      runs += 1;
      const simulatorFolder = join(folder, `run-${runs}`);
      await cp(beginning.simulatorFolder, simulatorFolder, { recursive: true });
      const striker = openStriker(strike);
      const world = await openWorld({
        port: ports.product,
        template: beginning.database,
        simulator: {
          port: ports.pages,
          tlsPort: ports.tls,
          folder: simulatorFolder,
          intercept: striker.intercept,
        },
        environment: {
          ANSWER_TIMEOUT_SECONDS: String(answerTimeoutSeconds),
          ...environment,
        },
      });
      let time: ReturnType<typeof passTime> | null = null;
      try {
        await prepare(world);
        striker.begin(world);
        time = strike ? passTime(world) : null;
        const end = await flow(world);
        await striker.settled();
        return { end, calls: striker.calls, struck: striker.struck() };
      } finally {
        await striker.settled();
        await time?.stop();
        await world.close();
        await rm(simulatorFolder, { recursive: true, force: true });
      }
    },
    close: async () => {
      await beginning.database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Sees each call, and strikes at the chosen one. */
function openStriker(strike: Strike | null) {
  const calls: OutgoingCall[] = [];
  const seen = new Map<string, number>();
  let world: World | null = null;
  let struckPath: string | null = null;
  let killed = false;
  let restarted = Promise.resolve();

  const crash = async (running: World) => {
    killed = true;
    await running.product().kill();
    restarted = running.restart();
  };

  return {
    calls,
    begin: (running: World) => void (world = running),
    struck: () => struckPath !== null,
    settled: () => restarted,
    intercept: async (moment: InterceptedMoment): Promise<void> => {
      const kind = kindOfCall(moment);
      if (!world || kind === null) return;
      const fault = strike && faultKinds[strike.fault];
      if (moment.point === "effectDone") {
        const isIt = struckPath === moment.path && kind === strike?.call.kind;
        if (
          isIt &&
          !killed &&
          fault &&
          "kills" in fault &&
          fault.kills === "effectDone"
        )
          await crash(world);
        return;
      }
      const nth = (seen.get(kind) ?? 0) + 1;
      seen.set(kind, nth);
      if (struckPath === null) calls.push({ kind, nth });
      const isChosen = strike?.call.kind === kind && strike.call.nth === nth;
      if (!isChosen || !fault || struckPath !== null) return;
      struckPath = moment.path;
      const rule = {
        service: moment.service,
        method: moment.method,
        path: moment.path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
        times: 1,
      };
      if ("effect" in fault)
        world.simulator.setFault({ ...rule, effect: fault.effect });
      else if (fault.kills === "received") {
        await crash(world);
        // Killed before the request was out: it has no effect.
        world.simulator.setFault({
          ...rule,
          effect: { kind: "reset", when: "before" },
        });
      }
    },
  };
}

/** What waits for long because of the fault need not be waited for: how long it waits is not the question here. */
function passTime(world: World): { stop(): Promise<void> } {
  const client = new pg.Client(world.database.connectionString);
  client.on("error", () => undefined);
  const ready = client.connect();
  const timer = setInterval(() => {
    ready
      .then(() =>
        client.query(`
          update attendance_readings set next_try_at = now()
          where problem is not null and next_try_at > now() + interval '2 seconds';
          update pgboss.job set start_after = now()
          where state in ('created', 'retry') and start_after > now() + interval '2 seconds'
        `),
      )
      .catch(() => undefined);
  }, 1_000);
  return {
    stop: async () => {
      clearInterval(timer);
      await ready.then(() => client.end()).catch(() => undefined);
    },
  };
}
