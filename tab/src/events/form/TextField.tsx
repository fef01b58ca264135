import { Field, Input, type InputProps } from "@fluentui/react-components";

/** One line of text, or a time of day, with its label and what is wrong with it. */
export function TextField(props: {
  id: string;
  label: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
  type?: "text" | "time";
  placeholder?: string;
  maxLength?: number;
}) {
  const { id, label, error, onChange, ...input } = props;
  const root: NonNullable<InputProps["root"]> = { style: { minWidth: 0 } };
  return (
    <Field
      label={label}
      {...(error === undefined ? {} : { validationMessage: error })}
    >
      <Input
        id={id}
        root={root}
        {...input}
        {...(props.type === "time" ? {} : { input: { dir: "auto" } })}
        onChange={(_, { value }) => onChange(value)}
      />
    </Field>
  );
}
