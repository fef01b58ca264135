import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState, type KeyboardEvent } from "react";
import { askedPart } from "../../layout/late-part.tsx";
import { addressParts } from "./address-parts.ts";
import { AddressList, mostTags } from "./AddressList.tsx";
import {
  addAddresses,
  addBatch,
  removeAddress,
  takeTypedAddresses,
} from "./event-draft.ts";
import { controlId, type FormPart } from "./form-part.ts";
import { PickPeopleButton } from "./PickPeopleButton.tsx";
import { endsAddress } from "./typed-addresses.ts";

const AddManyDialog = askedPart(
  async () => (await import("./import/AddManyDialog.tsx")).AddManyDialog,
);

const useStyles = makeStyles({
  parts: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  ways: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** What is pasted and longer than some addresses is looked at before it is taken. */
const longPaste = 2_000;

/** Typed or pasted addresses; each becomes a tag at a comma, semicolon, line end or Enter. Lists are added apart. */
export function AddressField({ draft, errors, eventId, onChange }: FormPart) {
  const styles = useStyles();
  const { typedAddress } = draft;
  /** What the dialog for many people begins with; null while it is closed. */
  const [many, setMany] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
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
      const { single } = addressParts(draft);
      const last = single.at(-1);
      // What is not seen goes by no key.
      if (last !== undefined && single.length <= mostTags)
        onChange((now) => removeAddress(now, last));
    }
  }

  function paste(pasted: string): void {
    if (pasted.length > longPaste) setMany(pasted);
    else
      onChange((now) =>
        takeTypedAddresses({
          ...now,
          typedAddress: `${now.typedAddress} ${pasted}`.trim(),
        }),
      );
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
          onPaste={(event) => {
            // One-line fields drop line ends from what is pasted, which would glue addresses together.
            event.preventDefault();
            paste(event.clipboardData.getData("text/plain"));
          }}
        />
      </Field>
      <div className={styles.ways}>
        <PickPeopleButton
          onPicked={(addresses) =>
            onChange((now) => addAddresses(now, addresses))
          }
          onProblem={setProblem}
        />
        <Button onClick={() => setMany("")}>Add many people</Button>
      </div>
      {problem !== null && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      <AddressList draft={draft} onChange={onChange} />
      {many !== null && (
        <AddManyDialog
          draft={draft}
          eventId={eventId}
          pasted={many}
          onAdd={(batch) => {
            onChange((now) => addBatch(now, batch));
            setMany(null);
          }}
          onClose={() => setMany(null)}
        />
      )}
    </div>
  );
}
