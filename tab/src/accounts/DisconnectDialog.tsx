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
import { useState } from "react";
import type { ServiceAccountView } from "../../../bot/contract/accounts.ts";
import { useApi } from "../api-client/api.ts";
import { asApiError, type ApiError } from "../api-client/api-error.ts";
import { Failure } from "../layout/Failure.tsx";
import { disconnect, loadAccount } from "./account-requests.ts";

/** Asks before the account is disconnected and says what stops working. */
export function DisconnectDialog(props: {
  onClose: () => void;
  onDisconnected: (view: ServiceAccountView) => void;
}) {
  const api = useApi();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);

  async function send(): Promise<void> {
    setSending(true);
    setFailure(null);
    try {
      await disconnect(api);
      props.onDisconnected(await loadAccount(api));
    } catch (error) {
      setSending(false);
      setFailure(asApiError(error));
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(_, { open }) => !open && !sending && props.onClose()}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Disconnect the service account?</DialogTitle>
          <DialogContent>
            <Text as="p" block>
              New invitations, changes and cancellations wait, and answers given
              in Outlook are no longer counted, until an account is connected
              again.
            </Text>
            <Text as="p" block>
              Events that are in people's calendars stay there.
            </Text>
            {failure && <Failure error={failure} />}
          </DialogContent>
          <DialogActions fluid>
            <Button
              appearance="primary"
              disabledFocusable={sending}
              onClick={() => void send()}
            >
              Disconnect
            </Button>
            <Button disabled={sending} onClick={props.onClose}>
              Stay connected
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
