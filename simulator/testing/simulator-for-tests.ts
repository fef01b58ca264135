import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Clock } from "../clock.ts";
import {
  startSimulator,
  type Simulator,
  type SimulatorOptions,
} from "../start-simulator.ts";

/** A clock that stands still until a test moves it. */
export interface TestClock extends Clock {
  forward(by: { minutes?: number; hours?: number; days?: number }): void;
}

export function testClock(start = new Date()): TestClock {
  let now = start;
  return {
    now: () => now,
    forward({ minutes = 0, hours = 0, days = 0 }) {
      const ms = ((days * 24 + hours) * 60 + minutes) * 60_000;
      now = new Date(now.getTime() + ms);
    },
  };
}

/** The certificate that this process trusts (NODE_EXTRA_CA_CERTS), made by the test script. */
function testCertificate(): { key: string; cert: string } {
  const folder = process.env["TEST_TLS_FOLDER"] ?? ".cache/tls";
  return {
    key: readFileSync(join(folder, "key.pem"), "utf8"),
    cert: readFileSync(join(folder, "cert.pem"), "utf8"),
  };
}

export function startTestSimulator(
  options: Partial<SimulatorOptions> = {},
): Promise<Simulator> {
  return startSimulator({
    tls: testCertificate(),
    // Nothing listens there unless a test says otherwise.
    product: { publicUrl: "http://127.0.0.1:9" },
    ...options,
  });
}
