import {
  Button,
  Link,
  Spinner,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type {
  ServiceAccountView,
  SignInView,
} from "../../../../bot/contract/accounts.ts";
import { useApi } from "../../api-client/api.ts";
import { useSending } from "../../api-client/use-sending.ts";
import { Failure } from "../../layout/Failure.tsx";
import { useReader } from "../../teams/reader.ts";
import { clockTime } from "../../time/when-sentence.ts";
import { discardSignIn } from "../account-requests.ts";
import { CopyLine } from "../CopyLine.tsx";
import { waitingSentence } from "./sign-in-words.ts";

const useStyles = makeStyles({
  parts: {
    display: "flex",
    flexDirection: "column",
    alignItems: "stretch",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  spinner: { justifyContent: "flex-start" },
  link: { alignSelf: "flex-start" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/**
 * What admins see while the sign-in is open. The link is there for those who are signed in to this browser
 * as themselves: the service account then signs in in a private window or in another browser.
 */
export function SigningIn(props: {
  signIn: Extract<SignInView, { state: "open" }>;
  signInUrl: string | null;
  expectedUpn: string;
  onView: (view: ServiceAccountView) => void;
}) {
  const styles = useStyles();
  const api = useApi();
  const reader = useReader();
  const { sending, failure, send } = useSending();
  const { signIn, signInUrl, expectedUpn } = props;
  const until = clockTime(signIn.expiresAt, reader);
  return (
    <div className={styles.parts}>
      <Spinner
        size="tiny"
        className={styles.spinner}
        label={waitingSentence({
          expectedUpn,
          opened: signIn.opened,
          hasLink: signInUrl !== null,
        })}
      />
      {signInUrl !== null && !signIn.opened && (
        <>
          <CopyLine
            label="Open where the service account is signed in"
            hint={`No window, or signed in there as yourself? Open this link in a private window or in another browser. It opens once, until ${until}.`}
            text={signInUrl}
          />
          <Link
            href={signInUrl}
            target="_blank"
            rel="noreferrer"
            className={styles.link}
          >
            Open it in a new tab
          </Link>
        </>
      )}
      {(signInUrl === null || signIn.opened) && (
        <Text className={styles.quiet}>It is open until {until}.</Text>
      )}
      {failure && <Failure error={failure} />}
      <Button
        className={styles.link}
        size="small"
        disabledFocusable={sending}
        onClick={() =>
          send(async () => props.onView(await discardSignIn(api, signIn.id)))
        }
      >
        Stop this sign-in
      </Button>
    </div>
  );
}
