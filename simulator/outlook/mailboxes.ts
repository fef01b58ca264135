import type { Store, Table } from "../store/store.ts";
import type { CalendarCopy, Mail, MailedVersion, Meeting } from "./meeting.ts";
import type { MeetingOptions } from "./meeting-options.ts";

/** Everything that Exchange keeps, found by owner or address. */
export interface Mailboxes {
  meeting(id: string): Meeting | undefined;
  /** Those on the calendar. */
  meetingsOf(organizerId: string): Meeting[];
  meetingByTransaction(
    organizerId: string,
    transactionId: string,
  ): Meeting | undefined;
  putMeeting(meeting: Meeting): void;
  deleteMeeting(meeting: Meeting): void;
  /** What was chosen for a Teams meeting, by `optionsKey`; undefined: nothing yet. */
  options(key: string): MeetingOptions | undefined;
  putOptions(key: string, options: MeetingOptions): void;
  version(meetingId: string, version: number): MailedVersion;
  putVersion(meetingId: string, number: number, version: MailedVersion): void;
  copy(address: string, meetingId: string): CalendarCopy | undefined;
  copiesOf(address: string): CalendarCopy[];
  /** The addresses that have this meeting in their calendar. */
  holdersOf(meetingId: string): string[];
  putCopy(copy: CalendarCopy): void;
  deleteCopy(copy: CalendarCopy): void;
  mail(id: string): Mail | undefined;
  mailsOf(address: string): Mail[];
  putMail(mail: Mail): void;
  /** Rebuilds the indexes after the store was cleared. */
  reindex(): void;
}

type Index = Map<string, Set<string>>;

/** An address has a mailbox from its first mail on: people who get nothing cost nothing. */
export function openMailboxes(store: Store): Mailboxes {
  const meetings = store.table<Meeting>("meetings");
  const transactions = store.table<string>("transactions");
  const options = store.table<MeetingOptions>("meetingOptions");
  const versions = store.table<MailedVersion>("versions");
  const copies = store.table<CalendarCopy>("copies");
  const mails = store.table<Mail>("mails");
  const meetingsByOrganizer: Index = new Map();
  const copiesByAddress: Index = new Map();
  const holders: Index = new Map();
  const mailsByAddress: Index = new Map();

  const indexMeeting = (meeting: Meeting) =>
    add(meetingsByOrganizer, meeting.organizerId, meeting.id);
  const indexCopy = (copy: CalendarCopy) => {
    add(copiesByAddress, copy.address, copyKey(copy));
    add(holders, copy.meetingId, copy.address);
  };
  const indexMail = (mail: Mail) => add(mailsByAddress, mail.address, mail.id);

  const reindex = () => {
    for (const index of [
      meetingsByOrganizer,
      copiesByAddress,
      holders,
      mailsByAddress,
    ]) {
      index.clear();
    }
    for (const meeting of meetings.values()) indexMeeting(meeting);
    for (const copy of copies.values()) indexCopy(copy);
    for (const mail of mails.values()) indexMail(mail);
  };
  reindex();

  return {
    meeting: (id) => meetings.get(id),
    meetingsOf: (organizerId) =>
      all(meetings, meetingsByOrganizer.get(organizerId)).filter(
        ({ isDeleted }) => !isDeleted,
      ),
    meetingByTransaction(organizerId, transactionId) {
      const id = transactions.get(`${organizerId}/${transactionId}`);
      return id === undefined ? undefined : meetings.get(id);
    },
    putMeeting(meeting) {
      meetings.put(meeting.id, meeting);
      indexMeeting(meeting);
      if (meeting.transactionId === null) return;
      const key = `${meeting.organizerId}/${meeting.transactionId}`;
      if (transactions.get(key) === undefined) {
        transactions.put(key, meeting.id);
      }
    },
    deleteMeeting(meeting) {
      meetings.delete(meeting.id);
      meetingsByOrganizer.get(meeting.organizerId)?.delete(meeting.id);
    },
    options: (key) => options.get(key),
    putOptions: (key, chosen) => options.put(key, chosen),
    version(meetingId, number) {
      const version = versions.get(`${meetingId}/${number}`);
      if (!version) throw new Error(`Version ${number} was never mailed.`);
      return version;
    },
    putVersion: (meetingId, number, version) =>
      versions.put(`${meetingId}/${number}`, version),
    copy: (address, meetingId) => copies.get(copyKey({ address, meetingId })),
    copiesOf: (address) => all(copies, copiesByAddress.get(address)),
    holdersOf: (meetingId) => [...(holders.get(meetingId) ?? [])],
    putCopy(copy) {
      copies.put(copyKey(copy), copy);
      indexCopy(copy);
    },
    deleteCopy(copy) {
      copies.delete(copyKey(copy));
      copiesByAddress.get(copy.address)?.delete(copyKey(copy));
      holders.get(copy.meetingId)?.delete(copy.address);
    },
    mail: (id) => mails.get(id),
    mailsOf: (address) => all(mails, mailsByAddress.get(address)),
    putMail(mail) {
      mails.put(mail.id, mail);
      indexMail(mail);
    },
    reindex,
  };
}

function copyKey(of: Pick<CalendarCopy, "address" | "meetingId">): string {
  return `${of.address}/${of.meetingId}`;
}

function add(index: Index, key: string, value: string): void {
  const values = index.get(key);
  if (values) values.add(value);
  else index.set(key, new Set([value]));
}

function all<T>(table: Table<T>, keys: Set<string> | undefined): T[] {
  return [...(keys ?? [])].flatMap((key) => table.get(key) ?? []);
}
