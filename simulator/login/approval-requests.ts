import type { Simulation } from "../simulation.ts";
import { addToGrant } from "./grants.ts";

/** Somebody's request that an admin approve the app. */
export interface ApprovalRequest {
  personId: string;
  /** Delegated permissions that were missing. */
  scopes: string[];
  justification: string;
  requestedAt: string;
  status: "pending" | "approved" | "denied";
}

/** One a person: a later request takes the place of an earlier one. */
const requestsOf = (simulation: Simulation) =>
  simulation.store.table<ApprovalRequest>("approvalRequests");

/** Entra: Overview of admin consent workflow, a user submits a consent request. */
export function requestApproval(
  simulation: Simulation,
  request: Pick<ApprovalRequest, "personId" | "scopes" | "justification">,
): void {
  requestsOf(simulation).put(request.personId, {
    ...request,
    justification: request.justification.trim(),
    requestedAt: simulation.clock.now().toISOString(),
    status: "pending",
  });
}

/** All requests, the newest first. */
export function listApprovalRequests(
  simulation: Simulation,
): ApprovalRequest[] {
  return [...requestsOf(simulation).values()].toSorted((a, b) =>
    b.requestedAt.localeCompare(a.requestedAt),
  );
}

/**
 * Entra: Review admin consent requests. Approving grants what was asked for to everybody in the
 * organization; denying leaves everything as it is, and the person may ask again.
 */
export function decideApproval(
  simulation: Simulation,
  decision: { personId: string; isApproved: boolean },
): boolean {
  const { personId, isApproved } = decision;
  const requests = requestsOf(simulation);
  const request = requests.get(personId);
  if (request?.status !== "pending") return false;
  simulation.store.atomically(() => {
    requests.put(personId, {
      ...request,
      status: isApproved ? "approved" : "denied",
    });
    if (isApproved) {
      addToGrant(simulation, { personId: null, scopes: request.scopes });
    }
  });
  return true;
}
