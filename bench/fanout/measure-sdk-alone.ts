import { fork } from "node:child_process";
import { join } from "node:path";
import { signInTo, usualScopes } from "../../simulator/testing/sign-in.ts";
import { people, type World } from "../../test/harness/world.ts";
import type { SdkTask } from "./sdk-alone.ts";

const events = 120;

/**
 * How long one of so many places is taken by one call where nothing is done but the call, in milliseconds: what the
 * wire, TLS, the SDK and the simulator's own work add to Graph's time.
 */
export async function measureSdkAlone(
  world: World,
  given: { width: number; attendees: string[] },
): Promise<number> {
  const { accessToken } = await signInTo(
    world.simulator,
    people.organizer,
    usualScopes,
    world.product().url,
  );
  const child = fork(join(import.meta.dirname, "sdk-alone.ts"), {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const hear = <Told>() =>
    new Promise<Told>((resolve, reject) => {
      child.once("message", (told) => resolve(told as Told));
      child.once("exit", (code) =>
        reject(new Error(`sdk-alone.ts ended with ${code}.`)),
      );
    });
  try {
    await hear();
    const task: SdkTask = {
      baseUrl: world.simulator.environment()["GRAPH_BASE_URL"] ?? "",
      accessToken,
      events,
      ...given,
    };
    child.send(task);
    return (await hear<{ callMs: number }>()).callMs;
  } finally {
    child.kill();
  }
}
