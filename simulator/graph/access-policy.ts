import type { Simulation } from "../simulation.ts";

/**
 * An admin grants the app its policy of Teams. Graph: Configure application access to online meetings or virtual events:
 * changes take up to 30 minutes to take effect in calls of Graph.
 */
export function grantAccessPolicy(
  { settings, clock, store, changes }: Simulation,
  { effectiveAfterSeconds }: { effectiveAfterSeconds: number },
): void {
  const from = new Date(clock.now().getTime() + effectiveAfterSeconds * 1000);
  store.atomically(() => {
    settings.change({ applicationAccessPolicy: "pending" });
    settings.setAccessPolicyFrom(from.toISOString());
  });
  changes.announce("settings");
}

export function isAccessPolicyEffective({
  settings,
  clock,
}: Simulation): boolean {
  switch (settings.current().applicationAccessPolicy) {
    case "granted":
      return true;
    case "pending": {
      const from = settings.accessPolicyFrom();
      return from !== null && from <= clock.now().toISOString();
    }
    case "none":
      return false;
  }
}
