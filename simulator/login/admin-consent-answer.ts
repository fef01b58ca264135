import type { Simulation } from "../simulation.ts";
import type { AdminConsentRequest } from "./admin-consent-request.ts";
import { answerLocation } from "./authorize-request.ts";
import { describeAnswer } from "./entra-error.ts";
import { addToGrant } from "./grants.ts";

/** Grants what was asked for to everybody and to the app, and says where the browser goes. */
export function acceptAdminConsent(
  simulation: Simulation,
  request: AdminConsentRequest,
): string {
  simulation.store.atomically(() => {
    addToGrant(simulation, { personId: null, scopes: request.scopes });
    simulation.app.grantApplicationPermissions(request.applicationPermissions);
  });
  return answerLocation(request, {
    admin_consent: "True",
    tenant: simulation.directory.tenant.id,
    scope: request.grantedScope,
  });
}

/**
 * Where the browser goes when nothing is granted. Microsoft's pages differ: Admin consent on the
 * Microsoft identity platform shows `admin_consent=True` beside the error, OAuth 2.0 client
 * credentials flow an answer without the state.
 */
export function adminConsentCancelLocation(
  simulation: Simulation,
  request: AdminConsentRequest,
): string {
  const now = simulation.clock.now();
  switch (simulation.settings.current().adminConsentCancelAnswer) {
    case "consentRequired":
      return answerLocation(request, {
        admin_consent: "True",
        error: "consent_required",
        error_description: describeAnswer(
          65004,
          "The resource owner or authorization server denied the request.",
          now,
        ),
      });
    case "accessDenied":
      return answerLocation(request, {
        error: "access_denied",
        error_description: describeAnswer(
          65004,
          "User declined to consent to access the app.",
          now,
        ),
        error_uri: "https://login.microsoftonline.com/error?code=65004",
        tenant: simulation.directory.tenant.id,
      });
    case "permissionDenied":
      return answerLocation(
        { redirectUri: request.redirectUri, state: null },
        {
          error: "permission_denied",
          error_description: "The admin canceled the request",
        },
      );
  }
}
