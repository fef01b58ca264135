import {
  Button,
  Caption1,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { CalendarAddRegular } from "@fluentui/react-icons/svg/calendar-add";
import { useState } from "react";
import type { EventDetail } from "../../../../bot/contract/events.ts";
import { useApi } from "../../api-client/api.ts";
import { useSending } from "../../api-client/use-sending.ts";
import { Failure } from "../../layout/Failure.tsx";
import { useNow } from "../../time/use-now.ts";
import { loadFile } from "./attendance/load-file.ts";
import { saveFile } from "./attendance/save-file.ts";
import { calendarFileHint, calendarFileSaved } from "./calendar-file-words.ts";

const useStyles = makeStyles({
  part: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalXS,
  },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: "70ch" },
});

/** The event as a file for calendars that the invitation does not reach. */
export function CalendarFilePart({ event }: { event: EventDetail }) {
  const styles = useStyles();
  const api = useApi();
  const now = useNow();
  const [done, setDone] = useState(false);
  const { sending, failure, send } = useSending();
  const isOff =
    event.status === "cancelled" ||
    event.status === "cancelling" ||
    event.held?.kind === "new" ||
    Date.parse(event.endsAt) <= now.getTime();
  if (isOff) return null;

  async function download(): Promise<void> {
    setDone(false);
    const path = `/api/events/${event.id}/calendar.ics`;
    saveFile(await loadFile(api, { path, name: "event.ics" }));
    setDone(true);
  }

  return (
    <div className={styles.part}>
      <Button
        icon={<CalendarAddRegular />}
        disabledFocusable={sending}
        onClick={() => send(download)}
      >
        Add to calendar
      </Button>
      {failure && <Failure error={failure} />}
      <Text block role="status">
        {done ? calendarFileSaved : ""}
      </Text>
      <Caption1 block className={styles.quiet}>
        {calendarFileHint(event.myAnswer !== null)}
      </Caption1>
    </div>
  );
}
