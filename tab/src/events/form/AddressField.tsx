import {
  Field,
  Input,
  Tag,
  TagGroup,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { KeyboardEvent } from "react";
import { removeAddress, takeTypedAddresses } from "./event-draft.ts";
import { controlId, type FormPart } from "./form-part.ts";
import { endsAddress } from "./typed-addresses.ts";

const useStyles = makeStyles({
  parts: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  tags: { flexWrap: "wrap", rowGap: tokens.spacingVerticalXS },
  tag: { maxWidth: "100%", minWidth: 0 },
});

/** Typed or pasted addresses; each becomes a tag at a comma, semicolon, line end or Enter. */
export function AddressField({ draft, errors, onChange }: FormPart) {
  const styles = useStyles();
  const { typedAddress } = draft;
  const takeTyped = () => onChange(takeTypedAddresses);

  function type(text: string): void {
    onChange((now) => {
      const typed = { ...now, typedAddress: text };
      return endsAddress(text) ? takeTypedAddresses(typed) : typed;
    });
  }

  function press(key: KeyboardEvent): void {
    if (key.key === "Enter" && typedAddress.trim() !== "") {
      key.preventDefault();
      takeTyped();
    }
    if (key.key === "Backspace" && typedAddress === "") {
      const last = draft.addresses.at(-1) ?? "";
      onChange((now) => removeAddress(now, last));
    }
  }

  return (
    <div className={styles.parts}>
      <Field
        label="Other people"
        hint="E-mail addresses, separated by commas. You can paste many at once."
        {...(errors.addresses === undefined
          ? {}
          : { validationMessage: errors.addresses })}
      >
        <Input
          id={controlId("addresses")}
          value={typedAddress}
          placeholder="name@company.com"
          inputMode="email"
          autoComplete="off"
          onChange={(_, { value }) => type(value)}
          onKeyDown={press}
          onBlur={takeTyped}
          onPaste={(paste) => {
            // One-line fields drop line ends from what is pasted, which would glue addresses together.
            paste.preventDefault();
            const pasted = paste.clipboardData.getData("text/plain");
            onChange((now) =>
              takeTypedAddresses({
                ...now,
                typedAddress: `${now.typedAddress} ${pasted}`.trim(),
              }),
            );
          }}
        />
      </Field>
      {draft.addresses.length > 0 && (
        <TagGroup
          className={styles.tags}
          aria-label="Other people who are invited"
          size="small"
          onDismiss={(_, { value }) =>
            onChange((now) => removeAddress(now, String(value)))
          }
        >
          {draft.addresses.map((address) => (
            <Tag
              key={address}
              className={styles.tag}
              value={address}
              dismissible
              dismissIcon={{ "aria-label": "Remove" }}
            >
              {address}
            </Tag>
          ))}
        </TagGroup>
      )}
    </div>
  );
}
