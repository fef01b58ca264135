import { changeAnnouncer } from "../changes.ts";
import { rateLimiter } from "../connector/rate-limits.ts";
import { exchangeLog } from "../http/exchange.ts";
import { openMailboxLoads } from "../graph/mailbox-loads.ts";
import { faultDesk } from "../http/fault.ts";
import { loginPagesRoutes } from "../login/login-pages-routes.ts";
import { loadSigningKeys } from "../login/signing-keys.ts";
import { contosoSeed } from "../seed/contoso.ts";
import { serviceRoutes } from "../services.ts";
import { settingsDesk } from "../settings/settings.ts";
import type { Simulation } from "../simulation.ts";
import { openStore } from "../store/store.ts";
import { openMailboxes } from "../outlook/mailboxes.ts";
import { registerApp } from "../world/app-registration.ts";
import { buildDirectory } from "../world/directory.ts";

const graphPath = "/graph-path";
const nothing = () => undefined;

/** `METHOD path` of every endpoint of Microsoft's, without the forms that sign-in pages send back. */
export async function registeredRoutes(): Promise<string[]> {
  const simulation = await idleSimulation();
  const exchange = {
    simulation,
    mailboxes: openMailboxes(simulation.store),
    notify: nothing,
  };
  const deliverer = { deliver: nothing, clear: nothing, close: nothing };
  const outbox = {
    tell: nothing,
    settled: () => Promise.resolve(),
    resume: nothing,
    clear: nothing,
    close: nothing,
  };
  const limiter = rateLimiter(simulation);
  const services = serviceRoutes(
    {
      graph: { simulation, exchange, deliverer },
      connector: { simulation, outbox, limiter },
    },
    graphPath,
  );
  const pages = loginPagesRoutes(simulation);
  return [...services.routes, ...pages.routes]
    .filter(({ method }) => method !== "ALL")
    .filter(
      ({ path }) => !/\/(pick|consent|decide|request-approval)$/.test(path),
    )
    .map(({ method, path }) => `${method} ${path.replace(graphPath, "")}`)
    .toSorted();
}

async function idleSimulation(): Promise<Simulation> {
  const store = openStore();
  return {
    clock: { now: () => new Date(0) },
    store,
    settings: settingsDesk(store),
    directory: buildDirectory(contosoSeed(), store),
    app: registerApp("http://127.0.0.1:9", store),
    keys: await loadSigningKeys(),
    exchanges: exchangeLog(nothing),
    faults: faultDesk(),
    mailboxLoads: openMailboxLoads(),
    changes: changeAnnouncer(),
    publicUrl: "http://127.0.0.1:9",
    addresses: { pagesUrl: "", tlsUrl: "", graphBaseUrl: "", connectorUrl: "" },
    intercept: async () => undefined,
  };
}
