import { X509Certificate } from "node:crypto";
import type { Connector } from "../connector/connector.ts";
import { adminToken, type AdminTokenOptions } from "../login/admin-token.ts";
import { knownApplicationPermissions } from "../login/application-permissions.ts";
import {
  decideApproval,
  listApprovalRequests,
  type ApprovalRequest,
} from "../login/approval-requests.ts";
import { addToGrant, listGrants, withdrawConsent } from "../login/grants.ts";
import {
  expireRefreshTokens,
  revokeSessions,
} from "../login/refresh-tokens.ts";
import { parseScopes } from "../login/scopes.ts";
import { ssoToken, type TokenOverrides } from "../login/tokens.ts";
import type { Person } from "../world/world-seed.ts";
import { ControlError } from "./control-error.ts";
import { findOwner } from "./mailbox-desk.ts";

type Simulation = Connector["simulation"];

/** Delegated permissions that the app holds: of one person, or of everybody. */
interface GrantView {
  /** The user principal name; null: for everybody. */
  person: string | null;
  scopes: string[];
}

/** A request for approval, by whom. */
type ApprovalRequestView = Omit<ApprovalRequest, "personId"> & {
  /** The user principal name. */
  person: string;
};

/** Entra ID as tests hold it: what admins do there. People are named by address or object id. */
export interface EntraSide {
  ssoToken(person: string, overrides?: TokenOverrides): Promise<string>;
  /** The Graph token that a command line tool of Microsoft's holds for an admin. */
  adminToken(person: string, options?: AdminTokenOptions): Promise<string>;
  /** What an admin does when an account may be compromised: refresh tokens end. */
  revokeSessions(person: string): void;
  /** As if the refresh tokens had not been used for 90 days. */
  expireRefreshTokens(person: string): void;
  /** Takes back what the person and the organization have consented to. */
  withdrawConsent(person: string): void;
  /** An admin's grant for one person alone (consentType Principal). */
  grantTo(person: string, scopes: string[]): void;
  grantForOrganization(scopes: string[]): void;
  /** Application permissions, as an admin grants them. */
  grantApplicationPermissions(names: string[]): void;
  grants(): GrantView[];
  applicationPermissions(): string[];
  /** What people have asked admins to approve, by the form of the approval wall. */
  approvalRequests(): ApprovalRequestView[];
  /** Approving grants for everybody; false when there is nothing to decide. */
  decideApproval(person: string, decision: "approve" | "deny"): boolean;
  /** Lists application permissions in the registration, so that `.default` asks for them. */
  requestApplicationPermissions(names: string[]): void;
  /** Registers a certificate (PEM) with which the app may prove itself instead of by its secret. */
  registerCertificate(pem: string): void;
}

export function entraSide(simulation: Simulation): EntraSide {
  const { app, directory } = simulation;
  const idOf = (name: string) => knownPerson(simulation, name).id;
  const upnOf = (id: string) => directory.person(id)?.upn ?? id;
  return {
    ssoToken: (person, overrides) =>
      ssoToken(simulation, knownPerson(simulation, person), overrides),
    adminToken: (person, options) =>
      adminToken(simulation, knownPerson(simulation, person), options),
    revokeSessions: (person) => revokeSessions(simulation, idOf(person)),
    expireRefreshTokens: (person) =>
      expireRefreshTokens(simulation, idOf(person)),
    withdrawConsent: (person) => withdrawConsent(simulation, idOf(person)),
    grantTo: (person, scopes) =>
      addToGrant(simulation, {
        personId: idOf(person),
        scopes: knownScopes(scopes),
      }),
    grantForOrganization: (scopes) =>
      addToGrant(simulation, { personId: null, scopes: knownScopes(scopes) }),
    grantApplicationPermissions: (names) =>
      app.grantApplicationPermissions(knownPermissions(names)),
    grants: () =>
      listGrants(simulation).map(({ personId, scopes }) => ({
        person: personId && upnOf(personId),
        scopes,
      })),
    applicationPermissions: () => app.applicationPermissions,
    approvalRequests: () =>
      listApprovalRequests(simulation).map(({ personId, ...request }) => ({
        person: upnOf(personId),
        ...request,
      })),
    decideApproval: (person, decision) =>
      decideApproval(simulation, {
        personId: idOf(person),
        isApproved: decision === "approve",
      }),
    requestApplicationPermissions: (names) =>
      app.requestApplicationPermissions(knownPermissions(names)),
    registerCertificate: (pem) =>
      app.registerCertificate(readableCertificate(pem)),
  };
}

function knownPerson(simulation: Simulation, name: string): Person {
  const { person } = findOwner(simulation, name);
  if (person) return person;
  throw new ControlError(404, `Nobody here is called ${name}.`);
}

function knownScopes(names: string[]): string[] {
  const parsed = parseScopes(names.join(" "));
  if (parsed.ok) return parsed.scopes;
  throw new ControlError(
    400,
    `There is no delegated permission ${parsed.unknown}.`,
  );
}

function knownPermissions(names: string[]): string[] {
  const known = knownApplicationPermissions.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return names;
  throw new ControlError(400, `There is no application permission ${unknown}.`);
}

function readableCertificate(pem: string): string {
  try {
    new X509Certificate(pem);
    return pem;
  } catch {
    throw new ControlError(400, "Give a certificate in PEM form.");
  }
}
