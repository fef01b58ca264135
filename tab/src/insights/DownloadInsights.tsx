import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import { useState } from "react";
import type { InsightsQuery } from "../../../bot/contract/insights.ts";
import { useApi } from "../api-client/api.ts";
import { useSending } from "../api-client/use-sending.ts";
import { blockedSentence } from "../events/page/attendance/download-words.ts";
import { saveFile } from "../events/page/attendance/save-file.ts";
import { Failure } from "../layout/Failure.tsx";
import { loadInsightsFile } from "./insight-requests.ts";

const useStyles = makeStyles({
  part: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalXS,
    maxWidth: "48ch",
  },
});

/** The numbers of this time by group as a file; each download is on record. */
export function DownloadInsights({ asked }: { asked: InsightsQuery }) {
  const styles = useStyles();
  const api = useApi();
  const [done, setDone] = useState(false);
  const { sending, failure, send } = useSending();

  async function download(): Promise<void> {
    setDone(false);
    saveFile(await loadInsightsFile(api, asked));
    setDone(true);
  }

  return (
    <div className={styles.part}>
      <Button
        icon={<ArrowDownloadRegular />}
        disabledFocusable={sending}
        onClick={() => send(download)}
      >
        Download numbers (CSV)
      </Button>
      {failure && <Failure error={failure} />}
      <Text role="status">
        {sending ? "Fetching the numbers." : done ? blockedSentence : ""}
      </Text>
    </div>
  );
}
