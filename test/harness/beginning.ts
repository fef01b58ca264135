import type { ServiceAccountView } from "../../bot/contract/accounts.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { freePort } from "./product.ts";
import { waitFor } from "./wait-for.ts";
import { people } from "./people.ts";
import type { World, WorldOptions } from "./world.ts";

/** Where everything listens; they stay, because addresses are stored. */
export interface Ports {
  product: number;
  pages: number;
  tls: number;
}

export async function preparePorts(): Promise<Ports> {
  return {
    product: await freePort(),
    pages: await freePort(),
    tls: await freePort(),
  };
}

/** What is stored before a flow begins, to be copied for each run of it. */
export interface Beginning {
  database: TestDatabase;
  simulatorFolder: string;
}

/** The groups of the seed in which the app is installed. */
const leads = [
  ["Women at Contoso", people.lead],
  ["Pride Network", "LeeG@contoso.com"],
  ["Parents and Caregivers", "AlexW@contoso.com"],
] as const;

/**
 * Starts a world, connects the account if asked to, waits until everything that this set going is over, and
 * keeps what is stored then.
 */
export async function prepareBeginning(
  openWorld: (options: WorldOptions) => Promise<World>,
  given: {
    ports: Ports;
    /** Where the simulator keeps what it knows. */
    folder: string;
    connected: boolean;
  },
): Promise<Beginning> {
  const { ports, folder, connected } = given;
  const world = await openWorld({
    port: ports.product,
    simulator: { port: ports.pages, tlsPort: ports.tls, folder },
  });
  for (const [name, lead] of leads) await world.groupId(name, lead);
  if (connected) {
    await world.connectAccount();
    await waitFor("the account's checks", async () => {
      const account = await world
        .as(people.admin)
        .send<ServiceAccountView>("GET", "/api/accounts");
      return account.body.checks.some(
        ({ name, state }) => name === "teamsMeetings" && state === "ok",
      );
    });
  }
  await world.product().stop();
  const database = await createTestDatabase(world.database);
  await world.close();
  return { database, simulatorFolder: folder };
}
