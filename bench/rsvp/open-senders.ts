import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import pg from "pg";
import type { World } from "../../test/harness/world.ts";

/** Tells the product, and a bare route beside it, what Graph would tell of changed events. */
export interface NotificationSender {
  /** @param graphEventId the event that changed */
  send(graphEventId: string): void;
  /** Waits for all answers. */
  finish(): Promise<{ product: number[]; bare: number[]; refused: number }>;
}

/** @param world whose simulator has to drop its own notifications meanwhile */
export async function openSender(
  world: World,
  opened: AsyncDisposableStack,
): Promise<NotificationSender> {
  const bare = await start<{ port: number }>("bare-route.ts", opened);
  const sender = await start("send-notifications.ts", opened);
  const subscription = await readSubscription(world);
  const urls = {
    product: `${world.product().url}/api/notifications`,
    bare: `http://127.0.0.1:${bare.told.port}/api/notifications`,
  };
  return {
    send(id) {
      const resource = `Users/${subscription.user_id}/Events/${id}`;
      sender.child.send({
        urls,
        body: {
          value: [
            {
              subscriptionId: subscription.graph_id,
              subscriptionExpirationDateTime: subscription.expires_at,
              tenantId: subscription.tenant_id,
              clientState: subscription.client_state,
              changeType: "updated",
              resource,
              resourceData: {
                "@odata.type": "#Microsoft.Graph.Event",
                "@odata.id": resource,
                id,
              },
            },
          ],
        },
      });
    },
    async finish() {
      const told = new Promise<{
        milliseconds: { product: number[]; bare: number[] };
        refused: number;
      }>((resolve) => sender.child.once("message", resolve));
      sender.child.send("finish");
      const { milliseconds, refused } = await told;
      return { ...milliseconds, refused };
    },
  };
}

async function start<Told>(
  file: string,
  opened: AsyncDisposableStack,
): Promise<{ child: ChildProcess; told: Told }> {
  const child = fork(join(import.meta.dirname, file), {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  opened.defer(() => void child.kill());
  const told = await new Promise<Told>((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", (code) =>
      reject(new Error(`${file} ended with ${code}.`)),
    );
  });
  return { child, told };
}

async function readSubscription(world: World) {
  const client = new pg.Client(world.database.connectionString);
  await client.connect();
  try {
    const { rows } = await client.query<{
      graph_id: string;
      client_state: string;
      expires_at: Date;
      user_id: string;
      tenant_id: string;
    }>(
      `select graph_id, client_state, expires_at, object_id as user_id, tenant_id
       from graph_subscriptions join service_accounts on service_accounts.id = account_id`,
    );
    const [found] = rows;
    if (!found) throw new Error("There is no subscription.");
    return found;
  } finally {
    await client.end();
  }
}
