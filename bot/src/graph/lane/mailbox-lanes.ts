import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import type { Db } from "../../db/database.ts";
import { listen } from "../../db/listen.ts";
import type { LaneLimits } from "./lane-rules.ts";
import { openLaneEnd, type LaneEnd, type MailboxLane } from "./mailbox-lane.ts";
import { laneChannel } from "./step-lane.ts";

/** The lane of each account, the same for whoever calls. */
export type MailboxLanes = (accountId: string) => MailboxLane;

/**
 * Opens this process's ends of all lanes. They meet in the database: what the platform allows one mailbox holds for
 * all processes together, and each account has a lane of its own.
 */
export async function openMailboxLanes(deps: {
  db: Db;
  connectionString: string;
  log: Logger;
  limits: LaneLimits;
}): Promise<{ lanes: MailboxLanes; close: () => Promise<void> }> {
  const holder = randomUUID();
  const ends = new Map<string, LaneEnd>();
  const listener = await listen({
    connectionString: deps.connectionString,
    channel: laneChannel,
    onNotification: (payload) => {
      const [accountId = "", whose] = payload.split(" ");
      if (whose === holder) ends.get(accountId)?.look();
    },
    // Whose turn came while nobody listened is found by the next look, which comes within seconds.
    onConnect: () => undefined,
    log: deps.log,
  });
  return {
    lanes: (accountId) => {
      const end =
        ends.get(accountId) ?? openLaneEnd({ ...deps, holder, accountId });
      ends.set(accountId, end);
      return end;
    },
    close: async () => {
      await Promise.all([...ends.values()].map((end) => end.close()));
      await listener.close();
    },
  };
}
