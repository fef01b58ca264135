import {
  Subtitle2,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { MailboxEvent } from "../api/mailbox-shapes.ts";
import { answerWord, trackingSentence } from "./answers.ts";
import { briefly, readerOfThisBrowser } from "./when.ts";

/** Beyond this the counts still tell all. */
const shownAtMost = 500;

const useStyles = makeStyles({
  tracking: { display: "grid", gap: tokens.spacingVerticalS },
  heading: { margin: 0 },
  answer: { whiteSpace: "nowrap" },
  scroll: { overflowX: "auto" },
  table: {
    minWidth: "420px",
    "@media (max-width: 640px)": { minWidth: 0, tableLayout: "auto" },
  },
});

/** What the organizer sees: who answered what, and when. */
export function Tracking(props: { attendees: MailboxEvent["attendees"] }) {
  const styles = useStyles();
  const { attendees } = props;
  const more = attendees.length - shownAtMost;
  return (
    <section className={styles.tracking} aria-label="Tracking">
      <Subtitle2 as="h2" className={styles.heading}>
        Tracking
      </Subtitle2>
      <Text role="status">
        {trackingSentence(attendees.map(({ response }) => response))}
      </Text>
      <div className={styles.scroll}>
        <Table size="small" aria-label="Attendees" className={styles.table}>
          <TableHeader>
            <TableRow>
              <TableHeaderCell>Name</TableHeaderCell>
              <TableHeaderCell>Answer</TableHeaderCell>
              <TableHeaderCell>When</TableHeaderCell>
            </TableRow>
          </TableHeader>
          <TableBody>
            {attendees.slice(0, shownAtMost).map((attendee) => (
              <TableRow key={attendee.address}>
                <TableCell title={attendee.address}>
                  {attendee.name || attendee.address}
                </TableCell>
                <TableCell className={styles.answer}>
                  {answerWord(attendee.response)}
                </TableCell>
                <TableCell>{answeredAt(attendee.time)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
      {more > 0 && <Text>And {String(more)} more.</Text>}
    </section>
  );
}

/** Graph gives the year 1 for somebody who has not answered (Graph: responseStatus). */
function answeredAt(time: string | null | undefined): string {
  if (!time || time.startsWith("0001-")) return "";
  return briefly(time, readerOfThisBrowser());
}
