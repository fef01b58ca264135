import {
  answerDownloadsSchema,
  type AnswerDownloads,
} from "../../../../../bot/contract/found-attendees.ts";
import { useApi } from "../../../api-client/api.ts";
import { parserOf } from "../../../api-client/parser-of.ts";
import { useKept } from "../../../api-client/use-kept.ts";
import { loadFile } from "../../../downloads/load-file.ts";
import { OwnersDownload } from "../../../downloads/OwnersDownload.tsx";
import { Failure } from "../../../layout/Failure.tsx";

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
    <OwnersDownload
      what="answers"
      {...value}
      load={() => loadFile(api, { path: `${path}.csv`, name: "answers.csv" })}
      onDownloaded={reload}
    />
  );
}
