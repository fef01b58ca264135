import { z } from "zod";

/** What Entra ID does at signing in, and what may be wrong there. */
export const signInSettings = {
  adminConsentCancelAnswer: z.enum([
    "consentRequired",
    "accessDenied",
    "permissionDenied",
  ]),
};
