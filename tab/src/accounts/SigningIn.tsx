import {
  Button,
  Field,
  Input,
  Link,
  Spinner,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useRef, useState } from "react";

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
  link: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
  },
  address: { flexGrow: 1, minWidth: 0 },
  stop: { alignSelf: "flex-start" },
});

/**
 * What admins see while the sign-in is open. The link is there for those who are signed in to this browser
 * as themselves: the service account then signs in in a private window or in another browser.
 */
export function SigningIn(props: {
  signInUrl: string;
  expectedUpn: string;
  onStop: () => void;
}) {
  const styles = useStyles();
  return (
    <div className={styles.parts}>
      <Spinner
        size="tiny"
        className={styles.spinner}
        label={`Waiting for ${props.expectedUpn} to sign in in the window that opened.`}
      />
      <Field
        label="Open in another browser"
        hint="No window, or signed in there as yourself? Open this address in a private window. It works once, for ten minutes."
      >
        {(field) => <CopyableAddress id={field.id} url={props.signInUrl} />}
      </Field>
      <Link href={props.signInUrl} target="_blank" rel="noreferrer">
        Open it in a new tab
      </Link>
      <Button
        className={styles.stop}
        size="small"
        appearance="subtle"
        onClick={props.onStop}
      >
        Stop waiting
      </Button>
    </div>
  );
}

function CopyableAddress(props: { id: string | undefined; url: string }) {
  const styles = useStyles();
  const line = useRef<HTMLDivElement>(null);
  const [copied, setCopied] = useState(false);

  async function copy(): Promise<void> {
    line.current?.querySelector("input")?.select();
    try {
      await navigator.clipboard.writeText(props.url);
      setCopied(true);
    } catch {
      // Hosts may forbid the clipboard to embedded pages; the address is selected and can be copied by hand.
    }
  }

  return (
    <div className={styles.link} ref={line}>
      <Input
        {...(props.id === undefined ? {} : { id: props.id })}
        className={styles.address}
        readOnly
        value={props.url}
        onFocus={(focus) => focus.currentTarget.select()}
      />
      <Button onClick={() => void copy()}>{copied ? "Copied" : "Copy"}</Button>
    </div>
  );
}
