import { Field, Input } from "@fluentui/react-components";
import type { RulesDraft, RulesErrors } from "./rules-draft.ts";
import { rulesControlId } from "./rules-control-id.ts";

/** What a meeting holds, and from which size on answers are broken down. */
export function SizeFields(props: {
  draft: RulesDraft;
  errors: RulesErrors;
  onChange: (change: Partial<RulesDraft>) => void;
}) {
  const { draft, errors, onChange } = props;
  return (
    <>
      <NumberField
        field="capacity"
        label="People in one Teams meeting"
        hint="How many can be in a meeting of the service account: as far as is known 300 with Business Basic, 1,000 with larger plans. Leads who invite more are warned."
        value={draft.capacity}
        error={errors.capacity}
        onChange={(capacity) => onChange({ capacity })}
      />
      <NumberField
        field="breakdown"
        label="Smallest group whose answers are broken down"
        hint="Of an event with fewer people, everybody but its leads reads only how many have answered; of a confidential group’s event also until so many have."
        value={draft.breakdown}
        error={errors.breakdown}
        onChange={(breakdown) => onChange({ breakdown })}
      />
    </>
  );
}

function NumberField(props: {
  field: "capacity" | "breakdown";
  label: string;
  hint: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}) {
  const { field, label, hint, value, error } = props;
  return (
    <Field
      label={label}
      hint={hint}
      {...(error === undefined ? {} : { validationMessage: error })}
    >
      <Input
        id={rulesControlId(field)}
        type="number"
        min={1}
        value={value}
        onChange={(_, changed) => props.onChange(changed.value)}
      />
    </Field>
  );
}
