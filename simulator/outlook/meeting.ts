export type AttendeeResponseStatus =
  "none" | "tentativelyAccepted" | "accepted" | "declined";

export interface MeetingAttendee {
  address: string;
  name: string;
  type: "required" | "optional" | "resource";
  response: AttendeeResponseStatus;
  respondedAt: string | null;
}

export interface ExtendedProperty {
  id: string;
  value: string;
}

export interface TeamsMeeting {
  joinUrl: string;
  threadId: string;
  /** Of the post that holds a meeting of a channel, whose thread is the channel's; absent: a meeting with its own thread. */
  messageId?: string;
  meetingCode: string;
  passcode: string;
}

export interface Place {
  displayName: string;
  locationType: string;
  locationUri?: string;
  uniqueId?: string;
  uniqueIdType: string;
}

/** What a meeting message tells its receiver. */
export interface MeetingContent {
  subject: string;
  bodyHtml: string;
  /** Instants in UTC. */
  startsAt: string;
  endsAt: string;
  startTimeZone: string;
  endTimeZone: string;
  isAllDay: boolean;
  locations: Place[];
  importance: "low" | "normal" | "high";
  sensitivity: "normal" | "personal" | "private" | "confidential";
  hideAttendees: boolean;
  responseRequested: boolean;
  allowNewTimeProposals: boolean;
  teamsMeeting: TeamsMeeting | null;
}

/** What the organizer keeps to himself. */
export interface PersonalMarks {
  showAs:
    "free" | "tentative" | "busy" | "oof" | "workingElsewhere" | "unknown";
  categories: string[];
  isReminderOn: boolean;
  reminderMinutesBeforeStart: number;
}

/** An event in its organizer's calendar. */
export interface Meeting {
  id: string;
  organizerId: string;
  iCalUId: string;
  transactionId: string | null;
  createdAt: string;
  lastModifiedAt: string;
  /** Grows with each change of the item; `changeKey` and ETag follow from it. */
  revision: number;
  /** Which version of the content the attendees have been mailed last. */
  mailedVersion: number;
  content: MeetingContent;
  personal: PersonalMarks;
  attendees: MeetingAttendee[];
  extendedProperties: ExtendedProperty[];
  /** Cancelled, and still on the organizer's calendar. */
  isCancelled?: true;
  /** In Deleted Items: no calendar lists it, and its immutable id still finds it. */
  isDeleted?: true;
}

/** What was mailed, kept once for all who received it. */
export interface MailedVersion {
  content: MeetingContent;
  organizer: { name: string; address: string };
  attendees: { name: string; address: string }[];
}

/** An event in an attendee's calendar. */
export interface CalendarCopy {
  meetingId: string;
  address: string;
  version: number;
  response: AttendeeResponseStatus | "notResponded";
  respondedAt: string | null;
  isCancelled: boolean;
}

export type MailKind =
  "invitation" | "update" | "cancellation" | "response" | "message";

export interface Mail {
  id: string;
  address: string;
  kind: MailKind;
  subject: string;
  from: { name: string; address: string };
  receivedAt: string;
  /** Written above the meeting's own text; the whole text of other mails. */
  text: string;
  meetingId: string | null;
  version: number | null;
  isRead: boolean;
}
