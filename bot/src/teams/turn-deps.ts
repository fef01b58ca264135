import type { Logger } from "pino";
import type { Db } from "../db/database.ts";
import type { ReadMemberships } from "../groups/group-store.ts";
import type { ReadCardFacts } from "../cards/read-card-facts.ts";
import type { Messenger } from "../cards/messenger.ts";
import type { LinkBases } from "../cards/render/card-links.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import type { GiveAnswerDeps } from "../responses/give-answer.ts";
import type { CallConnector } from "./connector.ts";

/** What the bot needs to answer one activity. */
export interface TurnDeps extends GiveAnswerDeps {
  db: Db;
  enqueue: Enqueue;
  readCardFacts: ReadCardFacts;
  readMemberships: ReadMemberships;
  log: Logger;
  messenger: Messenger;
  callConnector: CallConnector;
  linkBases: LinkBases;
  botId: string;
  /** The only organization that may talk to the bot. */
  tenantId: string;
  adminUsers: readonly string[];
}
