import { changeAnnouncer } from "./changes.ts";
import { skewedClock, systemClock, type Clock } from "./clock.ts";
import type { Connector } from "./connector/connector.ts";
import { openOutbox } from "./connector/outbox.ts";
import { rateLimiter } from "./connector/rate-limits.ts";
import { createSimulator, type Simulator } from "./control/simulator.ts";
import { pageRoutes } from "./control/page-routes.ts";
import type { Graph } from "./graph/graph-context.ts";
import { exchangeLog } from "./http/exchange.ts";
import { openMailboxLoads } from "./graph/mailbox-loads.ts";
import { faultDesk } from "./http/fault.ts";
import { listen, type Listener } from "./http/listen.ts";
import { loadSigningKeys } from "./login/signing-keys.ts";
import { notificationDeliverer } from "./notifications/delivery.ts";
import { notifySubscribers } from "./notifications/notify-subscribers.ts";
import type { ExchangeServer } from "./outlook/exchange-server.ts";
import { openMailboxes } from "./outlook/mailboxes.ts";
import { contosoSeed } from "./seed/contoso.ts";
import { serviceRoutes } from "./services.ts";
import { settingsDesk } from "./settings/settings.ts";
import type { InterceptedMoment, Simulation } from "./simulation.ts";
import { openStore } from "./store/store.ts";
import { registerApp } from "./world/app-registration.ts";
import { buildDirectory } from "./world/directory.ts";
import type { WorldSeed } from "./world/world-seed.ts";

export type { Simulator } from "./control/simulator.ts";

export interface SimulatorOptions {
  /** Where everything is kept; absent: in memory alone. */
  folder?: string;
  /** 0 or absent: any free one. */
  port?: number;
  tlsPort?: number;
  tls: { key: string; cert: string };
  /** Where the product runs: the tab at `/`, the bot at `/api/messages`. */
  product: { publicUrl: string };
  clock?: Clock;
  worldSeed?: WorldSeed;
  /** Under which path Graph is served; `/v1.0` unless another stand-in is to be imitated. */
  graphPath?: string;
  intercept?: (moment: InterceptedMoment) => Promise<void> | void;
}

/** Microsoft 365 on two listeners of this machine. */
export async function startSimulator(
  options: SimulatorOptions,
): Promise<Simulator> {
  const graphPath = options.graphPath ?? "/v1.0";
  const simulation = await makeSimulation(options);
  const parts = connectParts(simulation);
  const services = serviceRoutes(parts, graphPath);
  const pages = pageRoutes(parts);

  const tlsListener = await listen({
    fetch: services.fetch,
    port: options.tlsPort ?? 0,
    tls: options.tls,
  });
  const pageListener = await listen({
    fetch: pages.fetch,
    port: options.port ?? 0,
  }).catch(async (error: unknown) => {
    await tlsListener.close();
    throw error;
  });
  giveAddresses(simulation, { tlsListener, pageListener, graphPath });
  return createSimulator({
    ...parts,
    close: async () => {
      parts.connector.outbox.close();
      parts.graph.deliverer.close();
      await Promise.all([tlsListener.close(), pageListener.close()]);
      simulation.store.close();
    },
  });
}

async function makeSimulation(options: SimulatorOptions): Promise<Simulation> {
  const { publicUrl } = options.product;
  const store = openStore(options.folder);
  const changes = changeAnnouncer();
  const settings = settingsDesk(store);
  return {
    clock: skewedClock(
      options.clock ?? systemClock,
      () => settings.current().clockSkewSeconds,
    ),
    store,
    settings,
    directory: buildDirectory(options.worldSeed ?? contosoSeed(), store),
    app: registerApp(publicUrl, store),
    keys: await loadSigningKeys(options.folder),
    exchanges: exchangeLog(() => changes.announce("exchanges")),
    faults: faultDesk(),
    mailboxLoads: openMailboxLoads(),
    changes,
    publicUrl,
    addresses: { pagesUrl: "", tlsUrl: "", graphBaseUrl: "", connectorUrl: "" },
    intercept: async (moment) => options.intercept?.(moment),
  };
}

function connectParts(simulation: Simulation): {
  graph: Graph;
  connector: Connector;
} {
  const deliverer = notificationDeliverer(simulation);
  const exchange: ExchangeServer = {
    simulation,
    mailboxes: openMailboxes(simulation.store),
    notify: (change) => notifySubscribers(simulation, deliverer, change),
  };
  return {
    graph: { simulation, exchange, deliverer },
    connector: {
      simulation,
      outbox: openOutbox(simulation),
      limiter: rateLimiter(simulation),
    },
  };
}

function giveAddresses(
  simulation: Simulation,
  from: { tlsListener: Listener; pageListener: Listener; graphPath: string },
): void {
  const tlsUrl = `https://localhost:${from.tlsListener.port}`;
  simulation.addresses = {
    pagesUrl: `http://localhost:${from.pageListener.port}`,
    tlsUrl,
    graphBaseUrl: `${tlsUrl}${from.graphPath}`,
    connectorUrl: `${tlsUrl}/connector/`,
  };
}
