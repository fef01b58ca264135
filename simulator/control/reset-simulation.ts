import type { Connector } from "../connector/connector.ts";
import { installSeededApps } from "../connector/install-app.ts";
import type { Graph } from "../graph/graph-context.ts";

/** Back to the seed; the bot is told of the teams that have the app, as at the first start. */
export function resetSimulation(parts: {
  graph: Graph;
  connector: Connector;
}): void {
  const { simulation, exchange, deliverer } = parts.graph;
  deliverer.clear();
  simulation.store.clear();
  parts.connector.outbox.clear();
  parts.connector.limiter.clear();
  exchange.mailboxes.reindex();
  simulation.exchanges.clear();
  simulation.faults.remove();
  simulation.mailboxLoads.clear();
  beginWorld(parts.connector);
  for (const topic of [
    "mailboxes",
    "exchanges",
    "teams",
    "settings",
  ] as const) {
    simulation.changes.announce(topic);
  }
}

/** A store without this mark has never been used, or was reset. */
export function beginWorld(connector: Connector): void {
  const marks = connector.simulation.store.table<boolean>("marks");
  if (marks.get("seeded") !== true) {
    installSeededApps(connector);
    marks.put("seeded", true);
  }
  connector.outbox.resume();
}
