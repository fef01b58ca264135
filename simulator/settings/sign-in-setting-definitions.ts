import type { SettingDefinition } from "./setting-definitions.ts";

export const signInSettingDefinitions: SettingDefinition[] = [
  {
    name: "adminConsentCancelAnswer",
    description:
      "What comes back when an admin cancels the page of the admin consent link: `consent_required` with `admin_consent=True`, `access_denied` with the tenant, or `permission_denied` without the state.",
    values: ["consentRequired", "accessDenied", "permissionDenied"],
    byDefault: "consentRequired",
    source:
      "Entra: Admin consent on the Microsoft identity platform shows the first, OAuth 2.0 client credentials flow the last; other people's programs meet the second.",
  },
];
