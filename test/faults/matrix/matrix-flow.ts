import type { World } from "../../harness/world.ts";
import type { Bound } from "./bounds.ts";
import type { Strike } from "./fault-lane.ts";

/** A flow that is run with every fault at every call that it makes. */
export interface MatrixFlow<End = unknown> {
  name: string;
  /** Whether it begins with a connected account. */
  connected: boolean;
  /** Configuration that differs from what tests have. */
  environment?: Record<string, string>;
  /** What has happened before, without a fault; its calls are not recorded. */
  prepare?: (world: World) => Promise<void>;
  /** Does what people do, persistently, and waits until it is done. @returns everything that is left then */
  run(world: World, strike: Strike | null): Promise<End>;
  /** @returns which bounds tell the end apart from the undisturbed one; the end without them has to be equal */
  allowances(
    strike: Strike,
    ends: { end: End; undisturbed: End },
  ): { bounds: Bound[]; withoutThem: End };
}
