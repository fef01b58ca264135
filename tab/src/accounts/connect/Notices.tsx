import {
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import type { ServiceAccountView } from "../../../../bot/contract/accounts.ts";
import { useReader } from "../../teams/reader.ts";
import { clockTime } from "../../time/when-sentence.ts";

/** What admins should know beside the state of the connection. */
export function Notices({ view }: { view: ServiceAccountView }) {
  const reader = useReader();
  const { othersSignIn, approval } = view;
  return (
    <>
      {othersSignIn !== null && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            {othersSignIn.begunBy} has begun to connect the account, too. That
            sign-in is open until {clockTime(othersSignIn.expiresAt, reader)}.
          </MessageBarBody>
        </MessageBar>
      )}
      {approval.adminConsentProblem !== null && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>Approval for everybody.</MessageBarTitle>{" "}
            {approval.adminConsentProblem}
          </MessageBarBody>
        </MessageBar>
      )}
      {approval.grantForEverybody !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>
              A consent reaches further than it has to.
            </MessageBarTitle>{" "}
            {approval.grantForEverybody}
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
