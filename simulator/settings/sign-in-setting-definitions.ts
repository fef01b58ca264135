import type { SettingDefinition } from "./setting-definitions.ts";

const yesNo = [true, false];
const errorCodes =
  "Entra: Microsoft Entra authentication and authorization error codes";

export const signInSettingDefinitions: SettingDefinition[] = [
  {
    name: "consentCancelAnswer",
    description:
      "What comes back when somebody cancels the consent page: `access_denied` with the subcode `cancel` and no description, or with AADSTS65004.",
    values: ["cancel", "declined"],
    byDefault: "cancel",
    source: "Second-hand: other people's programs meet both.",
  },
  {
    name: "adminConsentWorkflow",
    description:
      "The page “Need admin approval” has a form with which people ask for approval; an admin decides in the Entra admin center.",
    values: yesNo,
    byDefault: false,
    source: "Entra: Overview of admin consent workflow; an admin turns it on.",
  },
  {
    name: "approvalWallAnswer",
    description:
      "What comes back when somebody leaves the page “Need admin approval”, with or without a request sent: `access_denied` like a cancel, `access_denied` that names AADSTS90094 (90095 with the workflow), or `consent_required` with AADSTS65001.",
    values: ["accessDeniedCancel", "accessDeniedNamed", "consentRequired"],
    byDefault: "accessDeniedCancel",
    source: `Second-hand: other people's programs expect each; ${errorCodes} has the numbers, no page says what is sent.`,
  },
  {
    name: "adminConsentCancelAnswer",
    description:
      "What comes back when an admin cancels the page of the admin consent link: `consent_required` with `admin_consent=True`, `access_denied` with the tenant, or `permission_denied` without the state.",
    values: ["consentRequired", "accessDenied", "permissionDenied"],
    byDefault: "consentRequired",
    source:
      "Entra: Admin consent on the Microsoft identity platform shows the first, OAuth 2.0 client credentials flow the last; other people's programs meet the second.",
  },
  {
    name: "conditionalAccess",
    description:
      "A Conditional Access policy for the service account. `mfaRequired`: refreshing fails until somebody signs in again, which counts as done with a second factor. `blocked`: neither refreshing nor signing in works. `signInFrequency`: refreshing fails when the sign-in is too old.",
    values: ["none", "mfaRequired", "blocked", "signInFrequency"],
    byDefault: "none",
    source: `${errorCodes}: 50076, 53003, 70043; suberrors as recorded in issues on the MSAL libraries and the Azure CLI.`,
  },
  {
    name: "conditionalAccessError",
    description: "Which `error` comes with a refusal by Conditional Access.",
    values: ["invalid_grant", "interaction_required"],
    byDefault: "invalid_grant",
    source:
      "Entra: OAuth 2.0 On-Behalf-Of flow shows the second; issues on MSAL for JavaScript record the first at the v2.0 endpoint.",
  },
  {
    name: "signInFrequencySeconds",
    description:
      "How long a sign-in counts under `signInFrequency`; 0: for no refresh at all.",
    values: "integer",
    byDefault: 0,
    source:
      "Entra: Configure adaptive session lifetime policies: every time, or hours and days. Stricter: real ones leave five minutes.",
  },
  {
    name: "serviceAccountEnabled",
    description:
      "Whether sign-in is allowed for the service account; access tokens stay valid until they expire.",
    values: yesNo,
    byDefault: true,
    source: `${errorCodes}: 50057.`,
  },
  {
    name: "appAssignment",
    description:
      "Whether only people who are assigned to the app may sign in to it, and whether the service account is. Where it is required, nobody but an admin can consent.",
    values: ["notRequired", "assigned", "missing"],
    byDefault: "notRequired",
    source: `Entra: Manage users and groups assignment to an application; ${errorCodes}: 50105.`,
  },
  {
    name: "voidTokenSuberror",
    description:
      "Whether the refusal of a revoked or expired refresh token has the suberror `bad_token`.",
    values: ["bad_token", "none"],
    byDefault: "bad_token",
    source:
      "Second-hand: recorded with AADSTS50173; older recordings have no suberror.",
  },
  {
    name: "refreshTokenRotation",
    description:
      "Whether a refresh token that has been used stays valid beside the new one, or is refused from then on.",
    values: ["kept", "single"],
    byDefault: "kept",
    source:
      "Entra: Refresh tokens in the Microsoft identity platform: old ones are not revoked. The other is stricter.",
  },
  {
    name: "clientSecret",
    description:
      "What is wrong with the app's own secret, if anything; the bot's is not meant.",
    values: ["valid", "expired", "wrong"],
    byDefault: "valid",
    source: `${errorCodes}: 7000222, 7000215.`,
  },
  {
    name: "appEnabled",
    description: "Whether the app may be used in the organization at all.",
    values: yesNo,
    byDefault: true,
    source: `${errorCodes}: 7000112; its \`error\` is second-hand.`,
  },
  {
    name: "accessTokenSeconds",
    description: "How long tokens for Microsoft Graph are valid.",
    values: "number",
    byDefault: 3600,
    source:
      "Entra: Configurable token lifetimes: 60 to 90 minutes unless a policy says otherwise.",
  },
  {
    name: "clockSkewSeconds",
    description:
      "By how much Microsoft's clock is ahead of this machine's; less than 0: behind.",
    values: "integer",
    byDefault: 0,
    source: "A state to try: the machine's own clock may be wrong.",
  },
  {
    name: "signedInTenant",
    description:
      "Which organization the ID token of a sign-in names: the app's own, or another one, as no tenant's own endpoint should give it.",
    values: ["own", "other"],
    byDefault: "own",
    source:
      "Entra: Secure applications and APIs by validating claims: an app compares `tid`, whatever the endpoint.",
  },
];
