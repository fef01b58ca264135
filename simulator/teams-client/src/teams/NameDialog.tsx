import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { OwnerDialog } from "./OwnerDialog.tsx";

/** Asks for the new name of a team or a channel. */
export function NameDialog(props: {
  title: string;
  name: string;
  onSave: (name: string) => Promise<unknown>;
  onClose: () => void;
}) {
  const [name, setName] = useState(props.name);
  const isUsable = name.trim() !== "" && name.trim() !== props.name;
  return (
    <OwnerDialog
      title={props.title}
      confirm="Save"
      isReady={isUsable}
      onConfirm={() => props.onSave(name.trim())}
      onClose={props.onClose}
    >
      <Field label="Name" required>
        <Input value={name} onChange={(_, data) => setName(data.value)} />
      </Field>
    </OwnerDialog>
  );
}
