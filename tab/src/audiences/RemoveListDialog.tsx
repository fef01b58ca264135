import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Text,
} from "@fluentui/react-components";
import type {
  MailingList,
  MailingLists,
} from "../../../bot/contract/audiences.ts";
import { useSending } from "../accounts/use-sending.ts";
import { useApi } from "../api-client/api.ts";
import { Failure } from "../layout/Failure.tsx";
import { useFocusBack } from "../layout/use-focus-back.ts";
import { removeMailingList } from "./audience-requests.ts";

/** Asks before a mailing list is taken off the choice, and says what stays. */
export function RemoveListDialog(props: {
  list: MailingList;
  onClose: () => void;
  onLists: (lists: MailingLists) => void;
}) {
  useFocusBack();
  const api = useApi();
  const { list, onClose } = props;
  const { sending, failure, send } = useSending();
  const remove = () =>
    send(async () => props.onLists(await removeMailingList(api, list.id)));
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && !sending && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{`Remove ${list.name}?`}</DialogTitle>
          <DialogContent>
            <Text as="p" block>
              Leads can no longer choose it. Events that it is invited to keep
              it, and nobody is mailed.
            </Text>
            {failure && <Failure error={failure} />}
          </DialogContent>
          <DialogActions fluid>
            <Button
              appearance="primary"
              disabledFocusable={sending}
              onClick={remove}
            >
              Remove
            </Button>
            <Button disabled={sending} onClick={onClose}>
              Keep it
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
