import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { InterceptedMoment } from "../../simulator/simulation.ts";
import { preparePorts, prepareBeginning } from "./beginning.ts";
import { openDatabaseProxy, type DatabaseProxy } from "./database-proxy.ts";
import { openWorld, type World } from "./world.ts";

/** A write of the flow: the nth one with this label. */
export interface CrashPoint {
  label: string;
  nth: number;
}

/**
 * A place in which one flow is run again and again from the same beginning (account connected, rosters
 * read), each time killed at another write. Ports stay, because addresses are stored in that beginning.
 */
export interface CrashLane {
  /**
   * Runs the flow once; `point` null records. What `prepare` does before is neither recorded nor killed. Returns the points
   * that were passed, in order.
   */
  run(
    point: CrashPoint | null,
    flow: (world: World) => Promise<void>,
    prepare?: (world: World) => Promise<void>,
  ): Promise<{ passed: CrashPoint[]; killed: boolean }>;
  close(): Promise<void>;
}

/** Calls that change nothing there; a crash at one is a crash between two writes. */
const readOnly = new Set(["GET", "HEAD"]);

/**
 * pg-boss's own housekeeping, which runs by the clock and not because of the flow; and who waits for the mailbox, of which
 * nothing outlives its process (test/flows/mailbox-lane.test.ts kills there).
 */
const housekeeping =
  /pgboss\.(queue|schedule|version|warning|bam|instance|subscription|queue_stats)\b|\bmailbox_(lanes|calls|use)\b/;

export async function openCrashLane(): Promise<CrashLane> {
  const ports = await preparePorts();
  const folder = await mkdtemp(join(tmpdir(), "erg-events-crash-"));
  const beginning = await prepareBeginning(openWorld, {
    ports,
    folder: join(folder, "beginning"),
    connected: true,
  });
  let runs = 0;

  return {
    async run(point, flow, prepare = () => Promise.resolve()) {
      runs += 1;
      const passed: CrashPoint[] = [];
      const seen = new Map<string, number>();
      const simulatorFolder = join(folder, `run-${runs}`);
      await cp(beginning.simulatorFolder, simulatorFolder, { recursive: true });
      let world: World | null = null;
      let killed = false;
      let flowHasBegun = false;
      let restarted: Promise<void> | null = null;
      let proxy: DatabaseProxy | null = null;

      /** Notes a write; at the chosen one, kills the product and starts it again. */
      const pass = async (label: string): Promise<"goOn" | "killed"> => {
        if (!flowHasBegun) return "goOn";
        const nth = (seen.get(label) ?? 0) + 1;
        seen.set(label, nth);
        if (!killed) passed.push({ label, nth });
        if (killed || !world || point?.label !== label || point.nth !== nth)
          return "goOn";
        killed = true;
        await world.product().kill();
        restarted = world.restart();
        return "killed";
      };

      world = await openWorld({
        port: ports.product,
        template: beginning.database,
        simulator: {
          port: ports.pages,
          tlsPort: ports.tls,
          folder: simulatorFolder,
          intercept: async (moment: InterceptedMoment) => {
            if (readOnly.has(moment.method)) return;
            if (moment.service === "bot" || moment.service === "notification")
              return;
            const path = moment.path
              .replace(/[\w=-]{30,}/g, "…")
              .replace(/\d{10,}/g, "…");
            const outcome = await pass(
              `${moment.service} ${moment.method} ${path} ${moment.point}`,
            );
            // Killed before the request was out: it has no effect.
            if (outcome === "killed" && moment.point === "received")
              world?.simulator.setFault({
                service: moment.service,
                method: moment.method,
                times: 1,
                effect: { kind: "reset", when: "before" },
              });
          },
        },
        proxyDatabase: async (target) => {
          proxy = await openDatabaseProxy({
            target,
            onWrite: async ({ label, moment }) => {
              if (housekeeping.test(label)) return;
              const outcome = await pass(`database ${label} ${moment}`);
              // What waits here belongs to a dead process; it must not go on.
              if (outcome === "killed") await new Promise(() => undefined);
            },
          });
          return proxy.connectionString;
        },
      });
      try {
        await prepare(world);
        flowHasBegun = true;
        await flow(world);
        // Set where the kill happens.
        await (restarted as Promise<void> | null);
      } finally {
        await world.close();
        await (proxy as DatabaseProxy | null)?.close();
        await rm(simulatorFolder, { recursive: true, force: true });
      }
      return { passed, killed };
    },
    close: async () => {
      await beginning.database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
