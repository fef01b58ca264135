import { z } from "zod";

/** What Entra ID does at signing in, and what may be wrong there. */
export const signInSettings = {
  consentCancelAnswer: z.enum(["cancel", "declined"]),
  adminConsentWorkflow: z.boolean(),
  approvalWallAnswer: z.enum([
    "accessDeniedCancel",
    "accessDeniedNamed",
    "consentRequired",
  ]),
  adminConsentCancelAnswer: z.enum([
    "consentRequired",
    "accessDenied",
    "permissionDenied",
  ]),
  conditionalAccess: z.enum([
    "none",
    "mfaRequired",
    "blocked",
    "signInFrequency",
  ]),
  conditionalAccessError: z.enum(["invalid_grant", "interaction_required"]),
  signInFrequencySeconds: z.int().nonnegative(),
  serviceAccountEnabled: z.boolean(),
  appAssignment: z.enum(["notRequired", "assigned", "missing"]),
  voidTokenSuberror: z.enum(["bad_token", "none"]),
  refreshTokenRotation: z.enum(["kept", "single"]),
  clientSecret: z.enum(["valid", "expired", "wrong"]),
  appEnabled: z.boolean(),
  accessTokenSeconds: z.int().positive(),
  clockSkewSeconds: z.int(),
  signedInTenant: z.enum(["own", "other"]),
};
