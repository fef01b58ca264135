import { appendFileSync } from "node:fs";
import { startTestSimulator } from "../../simulator/testing/simulator-for-tests.ts";
import type {
  Simulator,
  SimulatorOptions,
} from "../../simulator/start-simulator.ts";
import type { NewEvent } from "../../bot/contract/event-content.ts";
import { openApi, type Api } from "./api.ts";
import type { ServiceAccountView } from "../../bot/contract/accounts.ts";
import { connectAccount } from "./connect-account.ts";
import { findChangesByHand } from "./changes-by-hand.ts";
import { prepareBeginning, type Ports } from "./beginning.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { people } from "./people.ts";
import { freePort, startProduct, type Product } from "./product.ts";
import { waitFor } from "./wait-for.ts";
import { beginInWorker } from "./worker-beginning.ts";

export { people };

/** Microsoft 365, the product and a database, all real, all of one test. */
export interface World {
  simulator: Simulator;
  database: TestDatabase;
  product(): Product;
  /** The product's API as this person (an address such as MeganB@contoso.com). */
  as(person: string): Api;
  /** Connects the service account as an admin does, through the sign-in pages. */
  connectAccount(): Promise<ServiceAccountView>;
  /** The id of the group of a team, once the product has read its roster. */
  groupId(name: string, lead: string): Promise<string>;
  /** Starts the product again after it was killed or stopped, with another configuration if given. */
  restart(changes?: Record<string, string>): Promise<void>;
  /** Starts one more backend on the same database, behind the same public address; it ends with the world. */
  startReplica(): Promise<Replica>;
  close(): Promise<void>;
}

/** One of several backends, spoken to without what would stand in front of them all. */
export interface Replica {
  product: Product;
  /** Where it listens itself. */
  url: string;
  as(person: string): Api;
}

export interface WorldOptions {
  simulator?: Partial<SimulatorOptions>;
  environment?: Record<string, string>;
  /** Stands between product and database, for example to cut the line. */
  proxyDatabase?: (connectionString: string) => Promise<string>;
  /** Begins with a copy of this database. */
  template?: TestDatabase;
  /** Where the product listens; a free port by default. */
  port?: number;
  /** True where the test is about how the product gets to know its groups; elsewhere it knows them. */
  fresh?: boolean;
  /** True where the test itself changes events in Outlook by hand; elsewhere none may be noticed. */
  changesByHand?: boolean;
}

export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const begun = begins(options) ? await beginInWorker(prepare) : null;
  const port = options.port ?? begun?.ports.product ?? (await freePort());
  const publicUrl = `http://localhost:${port}`;
  const database = await createTestDatabase(
    options.template ?? begun?.database,
  );
  const simulator = await startTestSimulator({
    product: { publicUrl },
    ...(begun && {
      folder: begun.simulatorFolder,
      port: begun.ports.pages,
      tlsPort: begun.ports.tls,
    }),
    ...options.simulator,
  });
  const connectionString = options.proxyDatabase
    ? await options.proxyDatabase(database.connectionString)
    : database.connectionString;
  const environment = {
    ...simulator.environment(),
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    DATABASE_URL: connectionString,
    // The simulator sends as many as it is given; what holds the pace has tests of its own.
    MAILBOX_MESSAGES_PER_MINUTE: "10000",
    ...options.environment,
  };
  let product = await startProduct(environment).catch(
    async (error: unknown) => {
      await simulator.close();
      begun?.giveBack();
      await database.drop();
      throw error;
    },
  );
  const replicas: Product[] = [];
  const as = apisAt(publicUrl, simulator);
  return {
    simulator,
    database,
    product: () => product,
    as,
    connectAccount: () => connectAccount(as(people.admin), people.organizer),
    groupId: (name, lead) =>
      waitFor(
        `the group ${name}`,
        async () => {
          const group = (await as(lead).me()).groups.find(
            (known) => known.name === name && known.memberCount > 1,
          );
          return group?.id;
        },
        patienceWithTeamsMs,
      ),
    restart: async (changes = {}) => {
      product = await startProduct({ ...environment, ...changes });
    },
    startReplica: async () => {
      const replicaPort = await freePort();
      const replica = await startProduct({
        ...environment,
        PORT: String(replicaPort),
      });
      replicas.push(replica);
      const url = `http://localhost:${replicaPort}`;
      return { product: replica, url, as: apisAt(url, simulator) };
    },
    close: async () => {
      keepExchanges(simulator);
      await Promise.all([product, ...replicas].map((each) => each.kill()));
      await simulator.close();
      begun?.giveBack();
      const noticed = options.changesByHand
        ? []
        : await findChangesByHand(database.connectionString);
      await database.drop();
      // Thrown, not expected: benches open worlds, too.
      if (noticed.length > 0)
        throw new Error(`Taken for changes by hand: ${noticed.join("; ")}`);
    },
  };
}

/** Teams are read by a process that starts for it, and several worlds may begin at once. */
const patienceWithTeamsMs = 45_000;

const prepare = (ports: Ports, folder: string) =>
  prepareBeginning(openWorld, { ports, folder, connected: false });

/** Whether the world can go on from what its worker has prepared: of the simulator nothing differs but who listens in. */
function begins({ fresh, port, template, simulator }: WorldOptions): boolean {
  const differs = Object.keys(simulator ?? {}).some(
    (option) => option !== "intercept",
  );
  return !fresh && port === undefined && !template && !differs;
}

/** The API of one backend, for any person. */
function apisAt(url: string, simulator: Simulator): (person: string) => Api {
  const apis = new Map<string, Api>();
  return (person) => {
    const api =
      apis.get(person) ??
      openApi({ url: () => url, token: () => simulator.ssoToken(person) });
    apis.set(person, api);
    return api;
  };
}

/** With EXCHANGES_FILE set, keeps what was exchanged: scripts/validate-exchanges.ts reads it. */
function keepExchanges(simulator: Simulator): void {
  const file = process.env["EXCHANGES_FILE"];
  if (!file) return;
  const lines = simulator
    .exchanges()
    .map((exchange) => `${JSON.stringify(exchange)}\n`);
  appendFileSync(file, lines.join(""));
}

/** A lunch next year for a group. */
export function lunch(groupId: string, more: Partial<NewEvent> = {}): NewEvent {
  return {
    groupId,
    title: "Lunch and learn",
    description: "Bring your lunch.\n\nAnd a friend.",
    start: "2031-12-01T12:00",
    end: "2031-12-01T13:00",
    timeZone: "Europe/London",
    isOnline: true,
    location: "Room 4",
    audience: { group: true, addresses: [] },
    open: false,
    channelIds: [],
    ...more,
  };
}
