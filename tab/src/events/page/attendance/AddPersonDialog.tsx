import { Button, Field, Input } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { Attendance } from "../../../../../bot/contract/attendance.ts";
import { asApiError } from "../../../api-client/api-error.ts";
import { useApi } from "../../../api-client/api.ts";
import { createRepeatKey } from "../../../api-client/repeat-key.ts";
import { useSending } from "../../../api-client/use-sending.ts";
import { Failure } from "../../../layout/Failure.tsx";
import { QuestionDialog } from "../../../layout/QuestionDialog.tsx";
import { addToRoom } from "./attendance-requests.ts";
import {
  checkPerson,
  isPersonField,
  personFields,
  wantedPersonOf,
  type PersonDraft,
  type PersonErrors,
} from "./person-draft.ts";

/** Puts somebody on the list who was in the room without having been invited. */
export function AddPersonDialog(props: {
  eventId: string;
  onClose: () => void;
  onAdded: (name: string, attendance: Attendance) => void;
}) {
  const api = useApi();
  const id = useId();
  const { eventId, onClose } = props;
  const [draft, setDraft] = useState<PersonDraft>({
    displayName: "",
    address: "",
  });
  const [errors, setErrors] = useState<PersonErrors>({});
  const [keyFor] = useState(() => createRepeatKey(() => crypto.randomUUID()));
  const { sending, failure, send } = useSending();
  const controlId = (field: keyof PersonDraft) => `${id}-${field}`;

  function change(part: Partial<PersonDraft>): void {
    setDraft((now) => ({ ...now, ...part }));
    setErrors({});
  }

  function refuse(found: PersonErrors): void {
    setErrors(found);
    const wrong = personFields.find((field) => found[field] !== undefined);
    if (wrong) document.getElementById(controlId(wrong))?.focus();
  }

  async function store(): Promise<void> {
    const body = wantedPersonOf(draft);
    try {
      const idempotencyKey = keyFor(body);
      const add = { id: eventId, body, idempotencyKey };
      props.onAdded(body.displayName, await addToRoom(api, add));
    } catch (error) {
      const { field, message } = asApiError(error);
      if (!isPersonField(field)) throw error;
      refuse({ [field]: message });
    }
  }

  function save(): void {
    const found = checkPerson(draft);
    refuse(found);
    if (Object.keys(found).length === 0) send(store);
  }

  const wrong = (field: keyof PersonDraft) =>
    errors[field] === undefined ? {} : { validationMessage: errors[field] };

  return (
    <QuestionDialog
      title="Add somebody who was in the room"
      isBusy={sending}
      onClose={onClose}
      closeLabel="Close without adding"
      actions={
        <Button type="submit" appearance="primary" disabledFocusable={sending}>
          Add
        </Button>
      }
      onSubmit={save}
    >
      <Field label="Name" required {...wrong("displayName")}>
        <Input
          id={controlId("displayName")}
          value={draft.displayName}
          autoComplete="off"
          input={{ dir: "auto" }}
          onChange={(_, { value }) => change({ displayName: value })}
        />
      </Field>
      <Field
        label="E-mail address"
        hint="Optional. By it somebody who was in the Teams meeting as well is counted once."
        {...wrong("address")}
      >
        <Input
          id={controlId("address")}
          value={draft.address}
          inputMode="email"
          autoComplete="off"
          placeholder="name@company.com"
          onChange={(_, { value }) => change({ address: value })}
        />
      </Field>
      {failure && <Failure error={failure} />}
    </QuestionDialog>
  );
}
