import {
  Button,
  Caption1,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import { useState } from "react";
import type { Attendance } from "../../../../../bot/contract/attendance.ts";
import { useSending } from "../../../api-client/use-sending.ts";
import { Failure } from "../../../layout/Failure.tsx";
import { useReader } from "../../../teams/reader.ts";
import { blockedSentence, downloadsSentence } from "./download-words.ts";
import type { LoadedFile } from "./load-file.ts";
import { saveFile } from "./save-file.ts";

const useStyles = makeStyles({
  part: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalS,
  },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: "70ch" },
  said: { maxWidth: "70ch" },
});

/** A list as a file, for owners: each download is logged, and they see which there were. */
export function DownloadPart(props: {
  /** Of which people the list is, as the button says it. */
  what: "list" | "answers";
  canDownload: boolean;
  downloads: NonNullable<Attendance["forLeads"]>["downloads"];
  load: () => Promise<LoadedFile>;
  onDownloaded: () => void;
}) {
  const styles = useStyles();
  const reader = useReader();
  const [done, setDone] = useState(false);
  const { sending, failure, send } = useSending();

  async function download(): Promise<void> {
    setDone(false);
    saveFile(await props.load());
    setDone(true);
    props.onDownloaded();
  }

  if (!props.canDownload) {
    return (
      <Caption1 className={styles.quiet}>
        {`Owners of the group can download the ${props.what}.`}
      </Caption1>
    );
  }
  return (
    <div className={styles.part}>
      <Button
        icon={<ArrowDownloadRegular />}
        disabledFocusable={sending}
        onClick={() => send(download)}
      >
        {`Download ${props.what} (CSV)`}
      </Button>
      {failure && <Failure error={failure} />}
      <div>
        <Text block role="status" className={styles.said}>
          {sending ? "Fetching the list." : done ? blockedSentence : ""}
        </Text>
        <Caption1 block className={styles.quiet}>
          {downloadsSentence(props.downloads, reader)}
        </Caption1>
      </div>
    </div>
  );
}
