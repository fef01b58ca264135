import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import type { ServiceAccountView } from "../../../../bot/contract/accounts.ts";
import { ConfirmSignIn } from "./ConfirmSignIn.tsx";
import { approvalState, endedSignIn, endIntent } from "./sign-in-words.ts";
import { SigningIn } from "./SigningIn.tsx";
import type { Connecting } from "./use-connect.ts";

/** How the sign-in goes on that this admin has begun, and how it ended. */
export function SignInPart(props: {
  view: ServiceAccountView;
  now: Date;
  connecting: Connecting;
  onView: (view: ServiceAccountView) => void;
}) {
  const { view, now, connecting, onView } = props;
  if (view.signIn?.state === "open") {
    return (
      <SigningIn
        signIn={view.signIn}
        signInUrl={connecting.signInUrl}
        expectedUpn={view.expectedUpn}
        onView={onView}
      />
    );
  }
  if (view.signIn?.state === "toConfirm") {
    return (
      <ConfirmSignIn
        key={view.signIn.id}
        signIn={view.signIn}
        onView={onView}
      />
    );
  }
  if (approvalState(view, now) === "arrived") {
    return <Approved connecting={connecting} />;
  }
  const ended = endedSignIn(view, now);
  if (ended === null) return null;
  const intent = endIntent(ended.outcome);
  return (
    <MessageBar
      intent={intent}
      layout="multiline"
      role={intent === "info" ? "status" : "alert"}
    >
      <MessageBarBody>{ended.message}</MessageBarBody>
    </MessageBar>
  );
}

function Approved({ connecting }: { connecting: Connecting }) {
  return (
    <MessageBar intent="success" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>The approval has arrived.</MessageBarTitle> The account
        can sign in now.
      </MessageBarBody>
      <MessageBarActions>
        <Button
          appearance="primary"
          disabledFocusable={connecting.starting}
          onClick={connecting.connect}
        >
          Finish connecting
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
