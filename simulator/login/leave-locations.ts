import type { Simulation } from "../simulation.ts";
import { answerLocation, type AuthorizeRequest } from "./authorize-request.ts";
import { consentMissing, describeAnswer } from "./entra-error.ts";

const bareCancel = { error: "access_denied", error_subcode: "cancel" };

/** What the app is told when somebody leaves the consent page without granting anything. */
export function cancelLocation(
  simulation: Simulation,
  request: AuthorizeRequest,
): string {
  if (simulation.settings.current().consentCancelAnswer === "cancel") {
    return answerLocation(request, bareCancel);
  }
  return answerLocation(request, {
    error: "access_denied",
    ...described(
      simulation,
      65004,
      "User declined to consent to access the app.",
    ),
  });
}

/**
 * What the app is told when somebody leaves the page “Need admin approval”, also after a request
 * for approval. Entra usually keeps people on its page; programs that are told something are told
 * one of these.
 */
export function wallLeftLocation(
  simulation: Simulation,
  request: AuthorizeRequest,
): string {
  const { app } = simulation;
  const { approvalWallAnswer, adminConsentWorkflow } =
    simulation.settings.current();
  switch (approvalWallAnswer) {
    case "accessDeniedCancel":
      return answerLocation(request, bareCancel);
    case "accessDeniedNamed":
      return answerLocation(request, {
        error: "access_denied",
        ...described(
          simulation,
          adminConsentWorkflow ? 90095 : 90094,
          `${app.name} needs permission to access resources in your organization that only an admin can grant. Please ask an admin to grant permission to this app before you can use it.`,
        ),
      });
    case "consentRequired":
      return answerLocation(request, {
        error: "consent_required",
        ...described(simulation, 65001, consentMissing(app).message),
      });
  }
}

function described(simulation: Simulation, number: number, message: string) {
  return {
    error_description: describeAnswer(number, message, simulation.clock.now()),
    error_uri: `https://login.microsoftonline.com/error?code=${number}`,
  };
}
