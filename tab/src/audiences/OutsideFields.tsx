import {
  Field,
  Radio,
  RadioGroup,
  Text,
  Textarea,
} from "@fluentui/react-components";
import type {
  AudienceSettingsView,
  ExternalPolicy,
} from "../../../bot/contract/audiences.ts";
import type { RulesDraft, RulesErrors } from "./rules-draft.ts";
import { rulesControlId } from "./rules-control-id.ts";

const policies: { value: ExternalPolicy; label: string }[] = [
  { value: "allow", label: "Invite them like anybody else" },
  {
    value: "warn",
    label: "Name them to the lead before anything is sent (recommended)",
  },
  {
    value: "refuse",
    label: "Refuse addresses outside your company; those invited before stay",
  },
];

/** Who counts as outside, and what becomes of them. */
export function OutsideFields(props: {
  draft: RulesDraft;
  errors: RulesErrors;
  onChange: (change: Partial<RulesDraft>) => void;
  settings: AudienceSettingsView;
}) {
  const { draft, errors, onChange, settings } = props;
  return (
    <>
      <Text>
        People in a team are your company’s own or its guests; for everybody
        else the domain of the address decides. Guests are named to the lead,
        and never refused.
      </Text>
      <Field
        label="Mail domains of your company"
        hint={domainsHint(settings)}
        {...(errors.domains === undefined
          ? {}
          : { validationMessage: errors.domains })}
      >
        <Textarea
          id={rulesControlId("domains")}
          rows={2}
          resize="vertical"
          placeholder="company.com, brand.example"
          value={draft.domains}
          onChange={(_, { value }) => onChange({ domains: value })}
        />
      </Field>
      <Field
        label="When a lead invites people outside your company"
        {...(errors.policy === undefined
          ? {}
          : { validationMessage: errors.policy })}
      >
        <RadioGroup
          value={draft.policy}
          onChange={(_, { value }) =>
            onChange({
              policy:
                policies.find((policy) => policy.value === value)?.value ??
                draft.policy,
            })
          }
        >
          {policies.map(({ value, label }) => (
            <Radio
              key={value}
              {...(value === draft.policy
                ? { id: rulesControlId("policy") }
                : {})}
              value={value}
              label={label}
            />
          ))}
        </RadioGroup>
      </Field>
    </>
  );
}

/** Which domains count while the field is empty. */
function domainsHint({
  ownDomains,
  domainsNamed,
}: AudienceSettingsView): string {
  const empty = domainsNamed
    ? "Empty: those of the service account."
    : `Empty: those of the service account (${ownDomains.join(", ")}).`;
  return `Separated by commas. Each covers its subdomains. ${empty}`;
}
