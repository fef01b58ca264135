import {
  Button,
  Caption1,
  MessageBar,
  MessageBarBody,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { Suspense, lazy, useState } from "react";
import type { ServiceAccountView } from "../../../bot/contract/accounts.ts";
import { Failure } from "../layout/Failure.tsx";
import { useReader } from "../teams/reader.ts";
import { shortMoment } from "../time/when-sentence.ts";
import { accountSentence } from "./account-words.ts";
import { Checklist } from "./Checklist.tsx";
import { SigningIn } from "./SigningIn.tsx";
import { useConnecting } from "./use-connecting.ts";

const DisconnectDialog = lazy(async () => ({
  default: (await import("./DisconnectDialog.tsx")).DisconnectDialog,
}));

const useStyles = makeStyles({
  parts: {
    display: "flex",
    flexDirection: "column",
    alignItems: "stretch",
    gap: tokens.spacingVerticalL,
    maxWidth: "640px",
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
  },
});

export function AccountView(props: {
  view: ServiceAccountView;
  onChanged: (view: ServiceAccountView) => void;
}) {
  const styles = useStyles();
  const { view } = props;
  const [disconnecting, setDisconnecting] = useState(false);
  const { connecting, connect, stop } = useConnecting(view, props.onChanged);
  const busy =
    connecting.state === "starting" || connecting.state === "signingIn";
  return (
    <div className={styles.parts}>
      <MessageBar intent={intentOf(view)} layout="multiline">
        <MessageBarBody>
          <Text role="status">{accountSentence(view)}</Text>
        </MessageBarBody>
      </MessageBar>
      <ConnectedBy view={view} />
      <Checklist view={view} />
      {!busy && <LastSignIn view={view} />}
      {connecting.state === "failed" && <Failure error={connecting.error} />}
      {connecting.state === "signingIn" && (
        <SigningIn
          signInUrl={connecting.signInUrl}
          expectedUpn={view.expectedUpn}
          onStop={stop}
        />
      )}
      <div className={styles.actions}>
        <Button
          appearance={view.state === "connected" ? "secondary" : "primary"}
          disabledFocusable={busy}
          onClick={connect}
        >
          {view.state === "notConnected" ? "Connect" : "Connect again"}
        </Button>
        {view.state !== "notConnected" && (
          <Button disabled={busy} onClick={() => setDisconnecting(true)}>
            Disconnect
          </Button>
        )}
      </div>
      {disconnecting && (
        <Suspense>
          <DisconnectDialog
            onClose={() => setDisconnecting(false)}
            onDisconnected={(after) => {
              setDisconnecting(false);
              props.onChanged(after);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

/** A connection that lacks something, such as a licence, is no success yet. */
function intentOf({ state, problem }: ServiceAccountView) {
  if (state === "broken") return "error";
  return state === "connected" && problem === null ? "success" : "warning";
}

function ConnectedBy({ view }: { view: ServiceAccountView }) {
  const styles = useStyles();
  const reader = useReader();
  if (view.account === null) return null;
  const when = shortMoment(view.account.connectedAt, reader);
  return (
    <Caption1 className={styles.quiet}>
      {view.account.upn}, connected by {view.account.connectedBy} on {when}
    </Caption1>
  );
}

/** How the last sign-in ended, unless it is what the state above says anyway. */
function LastSignIn({ view }: { view: ServiceAccountView }) {
  const { lastSignIn } = view;
  if (lastSignIn === null || lastSignIn.outcome === "connected") return null;
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{lastSignIn.message}</MessageBarBody>
    </MessageBar>
  );
}
