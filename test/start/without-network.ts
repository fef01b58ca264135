import { spawn, spawnSync } from "node:child_process";

/** A machine of its own as far as networks go: nothing but its loopback. Without root it takes a user namespace too. */
const unshare =
  process.getuid?.() === 0
    ? ["--net"]
    : ["--user", "--net", "--map-current-user", "--keep-caps"];

const bringLoopbackUp = "ip link set lo up || ifconfig lo up";

const environment = {
  ...process.env,
  PATH: `${process.env["PATH"] ?? ""}:/usr/sbin:/sbin`,
};

/** Whether this system lets us take the network away (Linux with util-linux and namespaces). */
export function canGoOffline(): boolean {
  const tried = spawnSync(
    "unshare",
    [...unshare, "sh", "-c", bringLoopbackUp],
    {
      env: environment,
    },
  );
  return tried.status === 0;
}

/** Runs a script of ours where there is no network, and returns what it printed. */
export async function runWithoutNetwork(script: string): Promise<string> {
  const child = spawn(
    "unshare",
    [
      ...[...unshare, "sh", "-c"],
      `(${bringLoopbackUp}) && exec "$@"`,
      ...["sh", process.execPath, script],
    ],
    {
      env: { ...environment, NODE_OPTIONS: "" },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const code = await new Promise<number | null>((done, fail) => {
    child.on("error", fail);
    child.on("close", done);
  });
  if (code !== 0) throw new Error(`${script} ended with ${code}: ${errors}`);
  return output;
}
