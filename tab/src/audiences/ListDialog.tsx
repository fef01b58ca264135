import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type {
  MailingList,
  MailingLists,
} from "../../../bot/contract/audiences.ts";
import { asApiError } from "../api-client/api-error.ts";
import { useApi } from "../api-client/api.ts";
import { useSending } from "../api-client/use-sending.ts";
import { Failure } from "../layout/Failure.tsx";
import { QuestionDialog } from "../layout/QuestionDialog.tsx";
import { changeMailingList, nameMailingList } from "./audience-requests.ts";
import {
  checkList,
  isListField,
  listDraftOf,
  listFields,
  wantedListOf,
  type ListErrors,
} from "./list-draft.ts";
import { ListFields, listControlId } from "./ListFields.tsx";

/** Names a mailing list for leads, or says anew what it is. */
export function ListDialog(props: {
  /** Null: a new one. */
  list: MailingList | null;
  onClose: () => void;
  onLists: (lists: MailingLists) => void;
  /** Somebody else changed it meanwhile. */
  onOutdated: () => void;
}) {
  const api = useApi();
  const { list, onClose } = props;
  const [draft, setDraft] = useState(() => listDraftOf(list));
  const [errors, setErrors] = useState<ListErrors>({});
  const { sending, failure, send } = useSending();

  function refuse(found: ListErrors): void {
    setErrors(found);
    const wrong = listFields.find((field) => found[field] !== undefined);
    if (wrong) document.getElementById(listControlId(wrong))?.focus();
  }

  async function store(): Promise<void> {
    const body = wantedListOf(draft);
    try {
      props.onLists(
        list === null
          ? await nameMailingList(api, body)
          : await changeMailingList(api, { ...list, body }),
      );
    } catch (error) {
      const { field, message } = asApiError(error);
      if (!isListField(field)) throw error;
      refuse({ [field]: message });
    }
  }

  function save(): void {
    const found = checkList(draft);
    refuse(found);
    if (Object.keys(found).length === 0) send(store);
  }

  return (
    <QuestionDialog
      title={list === null ? "Add a mailing list" : `Change ${list.name}`}
      isBusy={sending}
      onClose={onClose}
      closeLabel="Close without saving"
      actions={
        <Button type="submit" appearance="primary" disabledFocusable={sending}>
          Save
        </Button>
      }
      onSubmit={save}
    >
      <ListFields
        draft={draft}
        errors={errors}
        onChange={(change) => {
          setDraft((now) => ({ ...now, ...change }));
          setErrors({});
        }}
      />
      {failure && (
        <Failure
          error={failure}
          {...(failure.status === 412
            ? {
                onRetry: props.onOutdated,
                retryLabel: "Load the newest",
              }
            : {})}
        />
      )}
    </QuestionDialog>
  );
}
