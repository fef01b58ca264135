import { Field, Input, Radio, RadioGroup } from "@fluentui/react-components";
import { maxListSize } from "../../../bot/contract/event-content.ts";
import { TextField } from "../events/form/TextField.tsx";
import type { ListDraft, ListErrors } from "./list-draft.ts";

/** The id of a field's control, by which the cursor finds the first wrong one. */
export function listControlId(field: keyof ListDraft): string {
  return `list-${field}`;
}

/** What an admin says of one mailing list. */
export function ListFields(props: {
  draft: ListDraft;
  errors: ListErrors;
  onChange: (change: Partial<ListDraft>) => void;
}) {
  const { draft, errors, onChange } = props;
  const message = (error: string | undefined) =>
    error === undefined ? {} : { validationMessage: error };
  return (
    <>
      <TextField
        id={listControlId("name")}
        label="Name"
        maxLength={100}
        value={draft.name}
        error={errors.name}
        onChange={(name) => onChange({ name })}
      />
      <Field label="Address" {...message(errors.address)}>
        <Input
          id={listControlId("address")}
          value={draft.address}
          placeholder="name@company.com"
          inputMode="email"
          autoComplete="off"
          onChange={(_, { value }) => onChange({ address: value })}
        />
      </Field>
      <Field
        label="About how many people does it reach?"
        hint="Leads and cards show this number."
        {...message(errors.about)}
      >
        <Input
          id={listControlId("about")}
          type="number"
          min={1}
          max={maxListSize}
          value={draft.about}
          onChange={(_, { value }) => onChange({ about: value })}
        />
      </Field>
      <Field label="What is it?" {...message(errors.kind)}>
        <RadioGroup
          value={draft.kind}
          onChange={(_, { value }) =>
            onChange({ kind: value === "teamGroup" ? "teamGroup" : "list" })
          }
        >
          <Radio
            id={listControlId("kind")}
            value="list"
            label="A distribution list or a mail-enabled security group: everybody on it gets the mail"
          />
          <Radio
            value="teamGroup"
            label="A Microsoft 365 group, such as that of a team: only members who subscribe get the mail"
          />
        </RadioGroup>
      </Field>
    </>
  );
}
