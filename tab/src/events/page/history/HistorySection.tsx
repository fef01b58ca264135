import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { EventDetail } from "../../../../../bot/contract/events.ts";
import { Failure } from "../../../layout/Failure.tsx";
import { LoadingLines } from "../../../layout/LoadingLines.tsx";
import { Section } from "../../../layout/Section.tsx";
import { HistoryList } from "./HistoryList.tsx";
import { useHistory } from "./use-history.ts";

const useStyles = makeStyles({ more: { alignSelf: "center" } });

/** So many are shown at first. */
const first = 5;

/** What happened to the event, for leads: who changed what, and when it went out. */
export function HistorySection({ event }: { event: EventDetail }) {
  const styles = useStyles();
  const history = useHistory({ id: event.id, beat: standOf(event) });
  const [isShort, setShort] = useState(true);
  const entries = history.entries ?? [];
  const isCut = isShort && entries.length > first;
  const hasMore = isCut || history.hasMore;

  function showMore(): void {
    if (isCut) setShort(false);
    else history.loadMore();
  }

  return (
    <Section heading="History">
      {history.entries === null && !history.error && (
        <LoadingLines label="Loading the history" count={3} size={32} />
      )}
      {history.error && (
        <Failure error={history.error} onRetry={history.reload} />
      )}
      <HistoryList entries={isShort ? entries.slice(0, first) : entries} />
      {(hasMore || entries.length > first) && (
        // It stays when there is nothing more, so that the focus stays where it is.
        <Button
          className={styles.more}
          disabledFocusable={history.loadingMore || !hasMore}
          onClick={showMore}
        >
          {hasMore ? "Show more of the history" : "This is the whole history"}
        </Button>
      )}
    </Section>
  );
}

/** Another text each time when something has happened that the history tells. */
function standOf({
  version,
  status,
  held,
  progress,
  outlookChange,
}: EventDetail) {
  return JSON.stringify([
    version,
    status,
    held?.kind,
    progress.pausedBy,
    outlookChange,
  ]);
}
