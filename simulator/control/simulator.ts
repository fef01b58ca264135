import type { Connector } from "../connector/connector.ts";
import {
  installApp,
  removeApp,
  type InstallResult,
  type TeamAppRequest,
} from "../connector/install-app.ts";
import type { Graph } from "../graph/graph-context.ts";
import type { Exchange } from "../http/exchange.ts";
import type { FaultRule, FaultRuleInput } from "../http/fault.ts";
import type { LifecycleEvent } from "../notifications/notify-subscribers.ts";
import { liveSubscriptions } from "../notifications/subscription.ts";
import type { EventView, MailboxView } from "../outlook/mailbox-view.ts";
import type { OrganizerEdit } from "../outlook/edit-as-organizer.ts";
import type { GivenResponse } from "../outlook/respond-to-meeting.ts";
import type { Settings } from "../settings/settings.ts";
import { entraSide, type EntraSide } from "./entra-side.ts";
import { productEnvironment } from "./product-environment.ts";
import { attendanceSide, type AttendanceSide } from "./attendance-side.ts";
import { answerAs, openMailbox } from "./mailbox-desk.ts";
import { viewTeamsMeeting, type TeamsMeetingView } from "./meeting-desk.ts";
import {
  cancelByHand,
  editByHand,
  type OrganizersEvent,
} from "./organizer-desk.ts";
import { beginWorld, resetSimulation } from "./reset-simulation.ts";
import { sendLifecycle } from "./send-lifecycle.ts";
import { teamsSide, type TeamsSide } from "./teams-side.ts";

/** A running simulator, as tests and the start script hold it. */
export interface Simulator extends TeamsSide, EntraSide, AttendanceSide {
  /** Plain http, for people. */
  pagesUrl: string;
  /** TLS, for backends. */
  tlsUrl: string;
  world: Connector["simulation"]["directory"];
  /** The product's configuration. */
  environment(): Record<string, string>;
  exchanges(): Exchange[];
  /** By user principal name, address or object id; external addresses have one too. */
  mailbox(owner: string): MailboxView;
  /** What was chosen for the Teams meeting of one of the service account's events, by its subject. */
  teamsMeeting(subject: string): TeamsMeetingView;
  respond(answer: {
    person: string;
    /** The event, or its subject. */
    eventId?: string;
    subject?: string;
    response: GivenResponse;
    comment?: string;
    sendResponse?: boolean;
  }): EventView;
  /** What somebody changes by hand in an organizer's own Outlook. */
  editByHand(event: OrganizersEvent, edit: OrganizerEdit): void;
  /** Cancels or deletes it there; Outlook tells everybody. */
  cancelByHand(event: OrganizersEvent & { comment?: string }): void;
  setFault(rule: FaultRuleInput): FaultRule;
  clearFaults(): void;
  /** What Graph reports changes to. */
  subscriptions(): { id: string; resource: string; expiresAt: string }[];
  /** Most requests that one app had in flight at one mailbox, and how often one was told to slow down. */
  mailboxLoad(): { mostInFlight: number; refused: number };
  settings(): Settings;
  changeSettings(wanted: Partial<Settings>): Settings;
  installApp(request: TeamAppRequest): InstallResult;
  removeApp(request: TeamAppRequest): InstallResult;
  /** Sends a lifecycle notification to every subscription, with its effect. */
  sendLifecycle(event: LifecycleEvent): void;
  /** Back to the seed. */
  reset(): void;
  close(): Promise<void>;
}

export function createSimulator(parts: {
  graph: Graph;
  connector: Connector;
  close: () => Promise<void>;
}): Simulator {
  const { graph, connector, close } = parts;
  const { simulation, exchange } = graph;
  beginWorld(connector);
  return {
    ...teamsSide(connector),
    ...entraSide(simulation),
    ...attendanceSide(exchange),
    pagesUrl: simulation.addresses.pagesUrl,
    tlsUrl: simulation.addresses.tlsUrl,
    world: simulation.directory,
    environment: () => productEnvironment(simulation),
    exchanges: () => simulation.exchanges.list(),
    mailbox: (owner) => openMailbox(exchange, owner),
    teamsMeeting: (subject) => viewTeamsMeeting(exchange, subject),
    respond: (answer) => answerAs(exchange, answer),
    editByHand: (event, edit) => editByHand(exchange, event, edit),
    cancelByHand: (event) => cancelByHand(exchange, event),
    setFault: (rule) => simulation.faults.add(rule),
    clearFaults: () => simulation.faults.remove(),
    subscriptions: () =>
      liveSubscriptions(simulation).map(({ id, resource, expiresAt }) => ({
        id,
        resource,
        expiresAt,
      })),
    mailboxLoad: () => {
      const loads = simulation.mailboxLoads.list();
      return {
        mostInFlight: Math.max(0, ...loads.map((load) => load.mostInFlight)),
        refused: loads.reduce((sum, load) => sum + load.refused, 0),
      };
    },
    settings: () => simulation.settings.current(),
    changeSettings(wanted) {
      const changed = simulation.settings.change(wanted);
      simulation.changes.announce("settings");
      return changed;
    },
    installApp: (request) => installApp(connector, request),
    removeApp: (request) => removeApp(connector, request),
    sendLifecycle: (event) => sendLifecycle(graph, event),
    reset: () => resetSimulation(parts),
    close,
  };
}
