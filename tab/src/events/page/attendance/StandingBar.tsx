import {
  MessageBar,
  MessageBarBody,
  Text,
  makeStyles,
} from "@fluentui/react-components";
import type { Attendance } from "../../../../../bot/contract/attendance.ts";
import { useReader } from "../../../teams/reader.ts";
import { useNow } from "../../../time/use-now.ts";
import { attendanceStanding } from "./standing-words.ts";

const useStyles = makeStyles({
  cure: { display: "block" },
});

/** How far the reading of the reports is, with what helps where it is stuck; screen readers hear it change. */
export function StandingBar(props: {
  attendance: Attendance;
  isOnline: boolean;
}) {
  const styles = useStyles();
  const reader = useReader();
  const now = useNow();
  const { attendance, isOnline } = props;
  const standing = attendanceStanding(attendance, { now, reader, isOnline });
  if (standing === null) return null;
  return (
    <MessageBar intent={standing.intent} layout="multiline" politeness="polite">
      <MessageBarBody>
        <Text role="status">{standing.sentence}</Text>
        {standing.cure !== null && (
          <Text className={styles.cure}>{standing.cure}</Text>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}
