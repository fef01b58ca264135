import { Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { CalendarAddRegular } from "@fluentui/react-icons/svg/calendar-add";
import type { EventDetail } from "../../../../bot/contract/events.ts";
import { useApi } from "../../api-client/api.ts";
import { DownloadButton } from "../../downloads/DownloadButton.tsx";
import { loadFile } from "../../downloads/load-file.ts";
import { useNow } from "../../time/use-now.ts";
import { calendarFileHint, calendarFileSaved } from "./calendar-file-words.ts";

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: "70ch" },
});

/** The event as a file for calendars that the invitation does not reach. */
export function CalendarFilePart({ event }: { event: EventDetail }) {
  const styles = useStyles();
  const api = useApi();
  const now = useNow();
  const isOff =
    event.status === "cancelled" ||
    event.status === "cancelling" ||
    event.held?.kind === "new" ||
    Date.parse(event.endsAt) <= now.getTime();
  if (isOff) return null;

  const path = `/api/events/${event.id}/calendar.ics`;
  return (
    <DownloadButton
      label="Add to calendar"
      icon={<CalendarAddRegular />}
      load={() => loadFile(api, { path, name: "event.ics" })}
      busy=""
      done={calendarFileSaved}
    >
      <Caption1 block className={styles.quiet}>
        {calendarFileHint(event.myAnswer !== null)}
      </Caption1>
    </DownloadButton>
  );
}
