import type { Changes } from "./changes.ts";
import type { Clock } from "./clock.ts";
import type { MailboxLoads } from "./graph/mailbox-loads.ts";
import type { ExchangeLog, ServiceName } from "./http/exchange.ts";
import type { Faults } from "./http/fault.ts";
import type { SigningKeys } from "./login/signing-keys.ts";
import type { SettingsDesk } from "./settings/settings.ts";
import type { Store } from "./store/store.ts";
import type { AppRegistration } from "./world/app-registration.ts";
import type { Directory } from "./world/directory.ts";

/** A moment at which a test may stop the world, in order to kill the product there. */
export interface InterceptedMoment {
  /** `effectDone`: what was asked for has happened, the reply has not been sent. */
  point: "received" | "effectDone";
  service: ServiceName;
  method: string;
  path: string;
  body?: unknown;
}

interface Addresses {
  /** Plain http, for people. */
  pagesUrl: string;
  /** TLS, for backends. */
  tlsUrl: string;
  graphBaseUrl: string;
  connectorUrl: string;
}

/** What every service of the simulator works on. */
export interface Simulation {
  clock: Clock;
  store: Store;
  settings: SettingsDesk;
  directory: Directory;
  app: AppRegistration;
  keys: SigningKeys;
  exchanges: ExchangeLog;
  faults: Faults;
  mailboxLoads: MailboxLoads;
  changes: Changes;
  /** Where the product runs. */
  publicUrl: string;
  /** Filled in once the listeners have their ports, before the first request. */
  addresses: Addresses;
  intercept(moment: InterceptedMoment): Promise<void>;
}
