import type { TroubleCode } from "./troubles.ts";

/** A refusal of Entra's token endpoint, as its JSON tells it. */
export interface EntraRefusal {
  /** OAuth's error, such as `invalid_grant`. */
  error: string;
  suberror: string | null;
  /** The first of `error_codes`, the number behind "AADSTS"; null where there was none. */
  number: number | null;
}

/**
 * Numbers that say more than OAuth's error does (Entra: "authentication and authorization error codes").
 * Microsoft reserves the right to change them, so each only sharpens the sentence: without it the error
 * alone still leads to the right state.
 */
const byNumber = new Map<number, TroubleCode>([
  [50173, "signInRevoked"],
  [50133, "signInRevoked"],
  [54005, "signInNeeded"],
  [70008, "signInExpired"],
  [70043, "signInExpired"],
  [70044, "signInExpired"],
  [700081, "signInExpired"],
  [700082, "signInExpired"],
  [700084, "signInExpired"],
  [50072, "extraStepNeeded"],
  [50074, "extraStepNeeded"],
  [50076, "extraStepNeeded"],
  [50078, "extraStepNeeded"],
  [50079, "extraStepNeeded"],
  [50158, "extraStepNeeded"],
  [53000, "policyBlocks"],
  [53001, "policyBlocks"],
  [53002, "policyBlocks"],
  [53003, "policyBlocks"],
  [530003, "policyBlocks"],
  [65001, "consentWithdrawn"],
  [65004, "consentWithdrawn"],
  [90094, "consentWithdrawn"],
  [90095, "consentWithdrawn"],
  [50057, "accountDisabled"],
  [50053, "accountDisabled"],
  [50105, "notAssigned"],
  [50034, "accountGone"],
  [500341, "accountGone"],
  [50020, "accountGone"],
  [50055, "passwordExpired"],
  [50144, "passwordExpired"],
  [7000222, "appSecretExpired"],
  [7000215, "appSecretRefused"],
  [7000216, "appSecretRefused"],
  [7000218, "appSecretRefused"],
  [700027, "appSecretRefused"],
  [700024, "clockRefused"],
  [700016, "appUnknown"],
  [700030, "appUnknown"],
  [7000112, "appUnknown"],
  [7000114, "appUnknown"],
  [90002, "appUnknown"],
]);

const bySuberror = new Map<string, TroubleCode>([
  ["consent_required", "consentWithdrawn"],
  ["user_password_expired", "passwordExpired"],
  ["token_expired", "signInExpired"],
  ["basic_action", "extraStepNeeded"],
  ["additional_action", "extraStepNeeded"],
  // Entra: "nothing that the person can do but read": Conditional Access refuses.
  ["message_only", "policyBlocks"],
]);

const byError = new Map<string, TroubleCode>([
  ["invalid_grant", "signInNeeded"],
  ["login_required", "signInNeeded"],
  ["bad_token", "signInNeeded"],
  ["interaction_required", "extraStepNeeded"],
  ["consent_required", "consentWithdrawn"],
  ["access_denied", "policyBlocks"],
  ["invalid_client", "appSecretRefused"],
  ["unauthorized_client", "appUnknown"],
  ["invalid_resource", "configurationRefused"],
  ["invalid_request", "configurationRefused"],
  ["invalid_scope", "configurationRefused"],
  ["unsupported_grant_type", "configurationRefused"],
]);

/**
 * What a refusal means for the connection. `unreachable`: Entra itself has trouble, which says nothing
 * about the account (`temporarily_unavailable`, `server_error`, and whatever is not known).
 */
export function entraTrouble(
  refusal: EntraRefusal,
): TroubleCode | "unreachable" {
  return (
    (refusal.number === null ? undefined : byNumber.get(refusal.number)) ??
    bySuberror.get(refusal.suberror ?? "") ??
    byError.get(refusal.error) ??
    "unreachable"
  );
}
