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
import type { ServiceAccountView } from "../../../bot/contract/accounts.ts";
import { useApi } from "../api-client/api.ts";
import { Failure } from "../layout/Failure.tsx";
import { useFocusBack } from "../layout/use-focus-back.ts";
import { disconnect } from "./account-requests.ts";
import { useSending } from "./use-sending.ts";

export interface DisconnectDialogProps {
  account: { id: string; upn: string; isEarlier: boolean };
  onClose: () => void;
  onView: (view: ServiceAccountView) => void;
}

/** Asks before an account is disconnected and says what stops working. */
export function DisconnectDialog(props: DisconnectDialogProps) {
  useFocusBack();
  const api = useApi();
  const { account, onClose } = props;
  const { sending, failure, send } = useSending();
  const disconnectIt = () =>
    send(async () => {
      const view = await disconnect(api, account.id);
      onClose();
      props.onView(view);
    });
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && !sending && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>
            {account.isEarlier
              ? `Disconnect ${account.upn}?`
              : "Disconnect the service account?"}
          </DialogTitle>
          <DialogContent>
            <Text as="p" block>
              {account.isEarlier
                ? "Changes and cancellations of the events that it organizes can no longer be sent, and answers given to them in Outlook are no longer counted."
                : "New invitations, changes and cancellations wait, and answers given in Outlook are no longer counted, until an account is connected again."}
            </Text>
            <Text as="p" block>
              Events that are in people’s calendars stay there.
            </Text>
            <Text as="p" block>
              The account’s tokens and its subscription in Microsoft Graph are
              removed. What Entra keeps is the consent. To take it back, run the
              script from IT details with its remove option; a consent for
              everybody is revoked in the Entra admin center, Enterprise
              applications, ERG Events, Permissions.
            </Text>
            {failure && <Failure error={failure} />}
          </DialogContent>
          <DialogActions fluid>
            <Button
              appearance="primary"
              disabledFocusable={sending}
              onClick={disconnectIt}
            >
              Disconnect
            </Button>
            <Button disabled={sending} onClick={onClose}>
              Stay connected
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
