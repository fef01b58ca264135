import {
  Button,
  Text,
  makeStyles,
  tokens,
  typographyStyles,
} from "@fluentui/react-components";
import { useId } from "react";
import type {
  ServiceAccountView,
  SignInView,
} from "../../../../bot/contract/accounts.ts";
import { useApi } from "../../api-client/api.ts";
import { useSending } from "../../api-client/use-sending.ts";
import { Failure } from "../../layout/Failure.tsx";
import { useReader } from "../../teams/reader.ts";
import { clockTime } from "../../time/when-sentence.ts";
import { confirmSignIn, discardSignIn } from "../account-requests.ts";
import { confirmQuestion } from "./sign-in-words.ts";

const useStyles = makeStyles({
  parts: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusMedium,
    border: `2px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  question: {
    ...typographyStyles.subtitle2,
    margin: 0,
    overflowWrap: "anywhere",
    outlineStyle: "none",
  },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Asks the admin whether the account that has signed in is the one; nothing takes effect before the answer. */
export function ConfirmSignIn(props: {
  signIn: Extract<SignInView, { state: "toConfirm" }>;
  onView: (view: ServiceAccountView) => void;
}) {
  const styles = useStyles();
  const api = useApi();
  const reader = useReader();
  const questionId = useId();
  const { sending, failure, send } = useSending();
  const { signIn, onView } = props;
  const answer = (
    request: (given: typeof api, id: string) => Promise<ServiceAccountView>,
  ) => send(async () => onView(await request(api, signIn.id)));
  return (
    <div role="group" aria-labelledby={questionId} className={styles.parts}>
      <h3
        id={questionId}
        tabIndex={-1}
        data-news=""
        className={styles.question}
      >
        {confirmQuestion(signIn.came)}
      </h3>
      {signIn.consequence !== null && <Text>{signIn.consequence}</Text>}
      <Text className={styles.quiet}>
        Nothing changes before you confirm. The question stays open until{" "}
        {clockTime(signIn.expiresAt, reader)}.
      </Text>
      {failure && <Failure error={failure} />}
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabledFocusable={sending}
          onClick={() => answer(confirmSignIn)}
        >
          Confirm
        </Button>
        <Button
          disabledFocusable={sending}
          onClick={() => answer(discardSignIn)}
        >
          Discard
        </Button>
      </div>
    </div>
  );
}
