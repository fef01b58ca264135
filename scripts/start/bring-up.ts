import { join } from "node:path";
import { startChild, type Child } from "./child.ts";
import type { DataFolder } from "./data-folder.ts";
import { PlainError } from "./plain-error.ts";
import type { Ports } from "./ports.ts";

export type Plan = {
  root: string;
  ports: Ports;
  data: DataFolder;
  databaseUrl: string;
  watch: boolean;
  environment: Readonly<Record<string, string | undefined>>;
};

/**
 * Starts the simulator, then the backend with the addresses and secrets that
 * the simulator hands out. Each child is added to `children` in the moment
 * that it exists, so that whoever stops in between stops all. Returns the
 * address to open.
 */
export async function bringUp(
  plan: Plan,
  children: Child[],
  stopRequested: AbortSignal,
): Promise<string> {
  const launch = (child: ChildPlan) => {
    stopRequested.throwIfAborted();
    const started = startChild({
      ...child,
      cwd: child.cwd ?? plan.root,
      logFile: join(plan.data.logs, child.log),
    });
    children.push(started);
    return started;
  };
  const simulator = launch(simulatorPlan(plan));
  const { pagesUrl, environment } =
    await readyOrDead<SimulatorReady>(simulator);
  const backend = launch(backendPlan(plan, environment));
  if (plan.watch) for (const build of rebuildPlans(plan)) launch(build);
  await readyOrDead(backend);
  return pagesUrl;
}

/** Both ends of this channel are parts of the same checkout, so the message is taken as it comes. */
type SimulatorReady = {
  pagesUrl: string;
  environment: Record<string, string>;
};

const endWithStarter = [
  "--import",
  new URL("end-with-starter.ts", import.meta.url).href,
];

/**
 * Little of what the backend allocates lives long: a smaller nursery saves 25
 * MB at rest and costs no processor time that could be measured.
 */
const smallNursery = "--max-semi-space-size=4";

/** Node keeps what it compiled there, so that only the first start after a change compiles. */
function withCompileCache(plan: Plan): ChildPlan["env"] {
  return {
    NODE_COMPILE_CACHE: join(plan.root, ".cache", "compile"),
    ...plan.environment,
  };
}

type ChildPlan = {
  name: string;
  args: string[];
  env: Record<string, string | undefined>;
  log: string;
  cwd?: string;
};

function publicUrl(plan: Plan): string {
  return `http://localhost:${plan.ports.PORT}`;
}

function simulatorPlan(plan: Plan): ChildPlan {
  return {
    name: "The simulator",
    args: ["simulator/main.ts"],
    log: "simulator.log",
    env: {
      ...withCompileCache(plan),
      SIMULATOR_PORT: String(plan.ports.SIMULATOR_PORT),
      SIMULATOR_TLS_PORT: String(plan.ports.SIMULATOR_TLS_PORT),
      SIMULATOR_FOLDER: plan.data.simulator,
      SIMULATOR_TLS_FOLDER: plan.data.tls,
      PUBLIC_URL: publicUrl(plan),
    },
  };
}

function backendPlan(
  plan: Plan,
  fromSimulator: Record<string, string>,
): ChildPlan {
  return {
    name: "The backend",
    args: plan.watch
      ? ["--watch", ...endWithStarter, "bot/src/main.ts"]
      : [smallNursery, "bot/src/main.ts"],
    log: "backend.log",
    env: {
      ...withCompileCache(plan),
      ...fromSimulator,
      NODE_ENV: plan.watch ? "development" : "production",
      PORT: String(plan.ports.PORT),
      PUBLIC_URL: publicUrl(plan),
      DATABASE_URL: plan.databaseUrl,
      TOKEN_ENCRYPTION_KEY: plan.data.tokenEncryptionKey,
      NODE_EXTRA_CA_CERTS: plan.data.certificatePath,
      STARTED_BY: String(process.pid),
    },
  };
}

/** The browser apps are built anew at each change; reload the page to see it. */
function rebuildPlans(plan: Plan): ChildPlan[] {
  const vite = join(plan.root, "node_modules", "vite", "bin", "vite.js");
  return ["tab", "simulator/teams-client"].map((folder) => ({
    name: `The build of ${folder}`,
    args: [...endWithStarter, vite, "build", "--watch"],
    cwd: join(plan.root, folder),
    log: `build-${folder.replace("/", "-")}.log`,
    env: { ...plan.environment, STARTED_BY: String(process.pid) },
  }));
}

async function readyOrDead<T>(child: Child): Promise<T> {
  const outcome = await Promise.race([
    child.ready.then((message) => ({ message })),
    child.ended.then((line) => ({ line })),
  ]);
  if ("line" in outcome) throw new PlainError(outcome.line);
  return outcome.message as T;
}
