import {
  wantedAudienceSettingsSchema,
  type AudienceSettingsView,
  type ExternalPolicy,
  type WantedAudienceSettings,
} from "../../../bot/contract/audiences.ts";

/** What the form for the rules holds: texts as they are typed. */
export interface RulesDraft {
  domains: string;
  policy: ExternalPolicy;
  capacity: string;
  breakdown: string;
}

export type RulesErrors = Partial<Record<keyof RulesDraft, string>>;

/** Domains that no admin named stay unnamed, so that another account brings its own. */
export function rulesDraftOf(settings: AudienceSettingsView): RulesDraft {
  return {
    domains: settings.domainsNamed ? settings.ownDomains.join(", ") : "",
    policy: settings.externalPolicy,
    capacity: String(settings.meetingCapacity),
    breakdown: String(settings.smallestBreakdown),
  };
}

export function wantedRulesOf(draft: RulesDraft): WantedAudienceSettings {
  return {
    ownDomains: typedDomains(draft.domains),
    externalPolicy: draft.policy,
    meetingCapacity: Number(draft.capacity),
    smallestBreakdown: Number(draft.breakdown),
  };
}

/** Cut at commas, semicolons and white space; people write domains with the @ before them, too. */
function typedDomains(text: string): string[] {
  return text
    .split(/[\s,;]+/)
    .map((piece) => piece.replace(/^@/, ""))
    .filter((piece) => piece !== "");
}

/** Checks a draft as the backend will: one sentence a field, which quotes the domain that is none. */
export function checkRules(draft: RulesDraft): RulesErrors {
  const errors: RulesErrors = {};
  const wanted = wantedRulesOf(draft);
  const parsed = wantedAudienceSettingsSchema.safeParse(wanted);
  for (const { path, message } of parsed.error?.issues ?? []) {
    const field = rulesFieldOf(String(path[0]));
    const domain = wanted.ownDomains[Number(path[1])];
    if (field !== null)
      errors[field] ??=
        field === "domains" && domain !== undefined
          ? `“${domain}”: ${message}`
          : message;
  }
  return errors;
}

/** The fields in the order in which they stand in the form. */
export const rulesFields = [
  "domains",
  "policy",
  "capacity",
  "breakdown",
] as const;

const fieldsOfRequest: Record<keyof WantedAudienceSettings, keyof RulesDraft> =
  {
    ownDomains: "domains",
    externalPolicy: "policy",
    meetingCapacity: "capacity",
    smallestBreakdown: "breakdown",
  };

/** The form's field for a field of the request (`ownDomains.3`); null for an unknown one. */
export function rulesFieldOf(field: string): keyof RulesDraft | null {
  const name = field.split(".")[0] ?? "";
  return (
    Object.entries(fieldsOfRequest).find(
      ([request]) => request === name,
    )?.[1] ?? null
  );
}
