import {
  answerDownloadsSchema,
  type AnswerDownloads,
} from "../../../../../bot/contract/found-attendees.ts";
import { useApi } from "../../../api-client/api.ts";
import { parserOf } from "../../../api-client/parser-of.ts";
import { Failure } from "../../../layout/Failure.tsx";
import { DownloadPart } from "../attendance/DownloadPart.tsx";
import { loadFile } from "../attendance/load-file.ts";
import { useKept } from "../attendance/use-kept.ts";

const readDownloads = parserOf(answerDownloadsSchema);

/** The answers as a file, for owners. */
export function AnswersDownload(props: { eventId: string; beat: number }) {
  const api = useApi();
  const path = `/api/events/${props.eventId}/answers`;
  const { value, error, reload } = useKept<AnswerDownloads>(
    { key: path, beat: props.beat },
    (signal) =>
      api.request({ path: `${path}/downloads`, signal, read: readDownloads }),
  );
  if (value === null)
    return error && <Failure error={error} onRetry={reload} />;
  return (
    <DownloadPart
      what="answers"
      {...value}
      load={() => loadFile(api, { path: `${path}.csv`, name: "answers.csv" })}
      onDownloaded={reload}
    />
  );
}
