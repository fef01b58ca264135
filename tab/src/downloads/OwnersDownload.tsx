import { Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import type { Attendance } from "../../../bot/contract/attendance.ts";
import { useReader } from "../teams/reader.ts";
import { blockedSentence, downloadsSentence } from "./download-words.ts";
import { DownloadButton } from "./DownloadButton.tsx";
import type { LoadedFile } from "./load-file.ts";

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: "70ch" },
});

/** A list of people as a file, for owners: each download is logged, and they see which there were. */
export function OwnersDownload(props: {
  /** Of which people the list is, as the button says it. */
  what: "list" | "answers";
  canDownload: boolean;
  downloads: NonNullable<Attendance["forLeads"]>["downloads"];
  load: () => Promise<LoadedFile>;
  onDownloaded: () => void;
}) {
  const styles = useStyles();
  const reader = useReader();
  const { what } = props;
  if (!props.canDownload)
    return (
      <Caption1 className={styles.quiet}>
        {`Owners of the group can download the ${what}.`}
      </Caption1>
    );
  return (
    <DownloadButton
      label={`Download ${what} (CSV)`}
      icon={<ArrowDownloadRegular />}
      load={props.load}
      busy="Fetching the list."
      done={blockedSentence}
      onDownloaded={props.onDownloaded}
    >
      <Caption1 block className={styles.quiet}>
        {downloadsSentence(props.downloads, reader)}
      </Caption1>
    </DownloadButton>
  );
}
