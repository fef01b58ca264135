import { Button } from "@fluentui/react-components";
import type {
  MailingList,
  MailingLists,
} from "../../../bot/contract/audiences.ts";
import { useApi } from "../api-client/api.ts";
import { useSending } from "../api-client/use-sending.ts";
import { Failure } from "../layout/Failure.tsx";
import { QuestionDialog } from "../layout/QuestionDialog.tsx";
import { removeMailingList } from "./audience-requests.ts";

/** Asks before a mailing list is taken off the choice, and says what stays. */
export function RemoveListDialog(props: {
  list: MailingList;
  onClose: () => void;
  onLists: (lists: MailingLists) => void;
}) {
  const api = useApi();
  const { list, onClose } = props;
  const { sending, failure, send } = useSending();
  const remove = () =>
    send(async () => props.onLists(await removeMailingList(api, list.id)));
  return (
    <QuestionDialog
      title={`Remove ${list.name}?`}
      isBusy={sending}
      onClose={onClose}
      closeLabel="Keep it"
      actions={
        <Button
          appearance="primary"
          disabledFocusable={sending}
          onClick={remove}
        >
          Remove
        </Button>
      }
    >
      <p>
        Leads can no longer choose it. Events that it is invited to keep it, and
        nobody is mailed.
      </p>
      {failure && <Failure error={failure} />}
    </QuestionDialog>
  );
}
