import { makeStyles } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import type { InsightsQuery } from "../../../bot/contract/insights.ts";
import { useApi } from "../api-client/api.ts";
import { blockedSentence } from "../downloads/download-words.ts";
import { DownloadButton } from "../downloads/DownloadButton.tsx";
import { loadInsightsFile } from "./insight-requests.ts";

const useStyles = makeStyles({ part: { maxWidth: "48ch" } });

/** The numbers of this time by group as a file; each download is on record. */
export function DownloadInsights({ asked }: { asked: InsightsQuery }) {
  const styles = useStyles();
  const api = useApi();
  return (
    <div className={styles.part}>
      <DownloadButton
        label="Download numbers (CSV)"
        icon={<ArrowDownloadRegular />}
        load={() => loadInsightsFile(api, asked)}
        busy="Fetching the numbers."
        done={blockedSentence}
      />
    </div>
  );
}
