import { Button } from "@fluentui/react-components";
import type { ServiceAccountView } from "../../../bot/contract/accounts.ts";
import { useApi } from "../api-client/api.ts";
import { useSending } from "../api-client/use-sending.ts";
import { Failure } from "../layout/Failure.tsx";
import { QuestionDialog } from "../layout/QuestionDialog.tsx";
import { disconnect } from "./account-requests.ts";

interface DisconnectDialogProps {
  account: { id: string; upn: string; isEarlier: boolean };
  onClose: () => void;
  onView: (view: ServiceAccountView) => void;
}

/** Asks before an account is disconnected and says what stops working. */
export function DisconnectDialog(props: DisconnectDialogProps) {
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
    <QuestionDialog
      title={
        account.isEarlier
          ? `Disconnect ${account.upn}?`
          : "Disconnect the service account?"
      }
      isBusy={sending}
      onClose={onClose}
      closeLabel="Stay connected"
      actions={
        <Button
          appearance="primary"
          disabledFocusable={sending}
          onClick={disconnectIt}
        >
          Disconnect
        </Button>
      }
    >
      <p>
        {account.isEarlier
          ? "Changes and cancellations of the events that it organizes can no longer be sent, and answers given to them in Outlook are no longer counted."
          : "New invitations, changes and cancellations wait, and answers given in Outlook are no longer counted, until an account is connected again."}
      </p>
      <p>Events that are in people’s calendars stay there.</p>
      <p>
        The account’s tokens and its subscription in Microsoft Graph are
        removed. What Entra keeps is the consent. To take it back, run the
        script from IT details with its remove option; a consent for everybody
        is revoked in the Entra admin center, Enterprise applications, ERG
        Events, Permissions.
      </p>
      {failure && <Failure error={failure} />}
    </QuestionDialog>
  );
}
