import {
  Button,
  Link,
  MessageBar,
  MessageBarBody,
  Text,
  makeStyles,
} from "@fluentui/react-components";
import { useState } from "react";
import { useApi } from "../../api-client/api.ts";
import { useSending } from "../../api-client/use-sending.ts";
import { Failure } from "../../layout/Failure.tsx";
import { makeAdminConsentLink } from "../account-requests.ts";
import { CopyLine } from "../CopyLine.tsx";

const useStyles = makeStyles({
  start: { alignSelf: "flex-start" },
});

/** The tenant-wide link (Microsoft Entra: "Grant tenant-wide admin consent to an application"). */
export function AdminConsentWay() {
  const styles = useStyles();
  const api = useApi();
  const { sending, failure, send } = useSending();
  const [url, setUrl] = useState<string | null>(null);
  return (
    <>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          This grants the permissions for every user’s account, though ERG
          Events only ever signs in the service account. Take it only where the
          other two ways are closed.
        </MessageBarBody>
      </MessageBar>
      <Text>
        The link is for an administrator of Entra. This page notices when they
        come back from it having accepted.
      </Text>
      {failure && <Failure error={failure} />}
      {url === null ? (
        <Button
          className={styles.start}
          disabledFocusable={sending}
          onClick={() =>
            send(async () => setUrl((await makeAdminConsentLink(api)).url))
          }
        >
          Make the link
        </Button>
      ) : (
        <>
          <CopyLine
            label="Link for an administrator of Entra"
            hint="It counts once, within a day."
            text={url}
            takesFocus
          />
          <Link
            href={url}
            target="_blank"
            rel="noreferrer"
            className={styles.start}
          >
            Open it in a new window
          </Link>
        </>
      )}
    </>
  );
}
