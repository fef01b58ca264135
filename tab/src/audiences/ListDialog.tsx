import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState, type SubmitEvent } from "react";
import type {
  MailingList,
  MailingLists,
} from "../../../bot/contract/audiences.ts";
import { useSending } from "../accounts/use-sending.ts";
import { asApiError } from "../api-client/api-error.ts";
import { useApi } from "../api-client/api.ts";
import { Failure } from "../layout/Failure.tsx";
import { useFocusBack } from "../layout/use-focus-back.ts";
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

const useStyles = makeStyles({
  content: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalL,
  },
});

/** Names a mailing list for leads, or says anew what it is. */
export function ListDialog(props: {
  /** Null: a new one. */
  list: MailingList | null;
  onClose: () => void;
  onLists: (lists: MailingLists) => void;
  /** Somebody else changed it meanwhile. */
  onOutdated: () => void;
}) {
  useFocusBack();
  const styles = useStyles();
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

  function save(submit: SubmitEvent): void {
    submit.preventDefault();
    const found = checkList(draft);
    refuse(found);
    if (Object.keys(found).length === 0) send(store);
  }

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && !sending && onClose()}>
      <DialogSurface>
        <form noValidate onSubmit={save}>
          <DialogBody>
            <DialogTitle>
              {list === null ? "Add a mailing list" : `Change ${list.name}`}
            </DialogTitle>
            <DialogContent className={styles.content}>
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
            </DialogContent>
            <DialogActions fluid>
              <Button
                type="submit"
                appearance="primary"
                disabledFocusable={sending}
              >
                Save
              </Button>
              <Button disabled={sending} onClick={onClose}>
                Close without saving
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
