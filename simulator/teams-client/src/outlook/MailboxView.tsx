import {
  Subtitle1,
  Text,
  makeStyles,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import type { Mail, Mailbox, MailboxEvent } from "../api/mailbox-shapes.ts";
import { simulator } from "../api/simulator.ts";
import { usePageTitle } from "../shell/Page.tsx";
import { useAddress } from "../shell/use-address.ts";
import { Agenda } from "./Agenda.tsx";
import { Inbox } from "./Inbox.tsx";
import { ReadingPane } from "./ReadingPane.tsx";
import { isOnDay, readerOfThisBrowser } from "./when.ts";

const useStyles = makeStyles({
  view: {
    display: "grid",
    height: "100%",
    gridTemplateColumns:
      "minmax(260px, 340px) minmax(0, 1fr) minmax(220px, 300px)",
    gridTemplateAreas: '"inbox reading agenda"',
    gridTemplateRows: "minmax(0, 1fr)",
    "@media (max-width: 1100px)": {
      gridTemplateColumns: "minmax(240px, 320px) minmax(0, 1fr)",
      gridTemplateRows: "minmax(0, 1fr) minmax(0, 1fr)",
      gridTemplateAreas: '"inbox reading" "agenda reading"',
    },
    "@media (max-width: 640px)": { display: "block", overflowY: "auto" },
  },
  inbox: { gridArea: "inbox" },
  agenda: { gridArea: "agenda" },
  list: {
    minHeight: 0,
    overflowY: "auto",
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  reading: {
    gridArea: "reading",
    minHeight: 0,
    minWidth: 0,
    overflowY: "auto",
  },
  notOnPhone: { "@media (max-width: 640px)": { display: "none" } },
  nothing: {
    display: "grid",
    placeContent: "center",
    height: "100%",
    padding: tokens.spacingHorizontalXL,
    color: tokens.colorNeutralForeground3,
    textAlign: "center",
  },
});

/** Inbox, reading pane and agenda; what is open stands in the address: a mail, an event, or the first event of a day. */
export function MailboxView(props: {
  mailbox: Mailbox;
  onChanged: () => void;
}) {
  const styles = useStyles();
  const { mailbox, onChanged } = props;
  const { query, change } = useAddress();
  usePageTitle(`Outlook of ${mailbox.person.displayName}`);
  const mail = mailbox.mails.find(({ id }) => id === query.get("mail"));
  const eventId = mail ? mail.eventId : query.get("event");
  const day = query.get("day");
  const event = mailbox.events.find((one) =>
    eventId === null && day !== null
      ? isOnDay(one, day, readerOfThisBrowser())
      : one.id === eventId,
  );
  const isOpen = mail !== undefined || event !== undefined;

  const openMail = (opened: Mail) => {
    change({ mail: opened.id, event: null, day: null });
    // Not marking it read is no reason to disturb the reader.
    if (!opened.isRead)
      simulator
        .markRead(mailbox.person.id, opened.id)
        .then(onChanged, () => {});
  };
  const openEvent = (opened: MailboxEvent) =>
    change({ event: opened.id, mail: null, day: null });
  const close = () => change({ event: null, mail: null, day: null });
  const listClass = mergeClasses(styles.list, isOpen && styles.notOnPhone);

  return (
    <div className={styles.view}>
      <div className={mergeClasses(listClass, styles.inbox)}>
        <Inbox mails={mailbox.mails} openId={mail?.id} onOpen={openMail} />
      </div>
      <div
        className={mergeClasses(styles.reading, !isOpen && styles.notOnPhone)}
      >
        {isOpen ? (
          <ReadingPane
            key={mail?.id ?? event?.id}
            person={mailbox.person}
            mail={mail}
            event={event}
            onChanged={onChanged}
            onClose={close}
          />
        ) : (
          <div className={styles.nothing}>
            <Subtitle1 as="h1">
              Outlook of {mailbox.person.displayName}
            </Subtitle1>
            <Text>Choose a mail or an event to read it.</Text>
          </div>
        )}
      </div>
      <div className={mergeClasses(listClass, styles.agenda)}>
        <Agenda
          events={mailbox.events}
          openId={mail ? undefined : event?.id}
          onOpen={openEvent}
        />
      </div>
    </div>
  );
}
