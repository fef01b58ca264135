import type { MailboxEvent } from "../api/mailbox-shapes.ts";
import { draftOf, editOf } from "./event-edit.ts";

const event: MailboxEvent = {
  id: "1",
  subject: "Lunch",
  start: { dateTime: "2031-12-01T12:00:00.0000000", timeZone: "Europe/London" },
  end: { dateTime: "2031-12-01T13:00:00.0000000", timeZone: "Europe/London" },
  startsAt: "2031-12-01T12:00:00.000Z",
  endsAt: "2031-12-01T13:00:00.000Z",
  isAllDay: false,
  location: "Room 4",
  bodyHtml: "",
  joinUrl: null,
  organizer: { name: "Contoso ERGs", address: "ergs@contoso.com" },
  isOrganizer: true,
  attendees: [],
  myResponse: "organizer",
  isCancelled: false,
  isOnlineMeeting: false,
  inMeeting: null,
};

describe("what an organizer changes", () => {
  it("is nothing while the form is as it was", () => {
    expect(editOf(event, draftOf(event))).toBeNull();
  });

  it("is only what differs, with the addresses that were typed", () => {
    const draft = {
      ...draftOf(event),
      start: "2031-12-01T11:30",
      add: "adele@contoso.com, lee@contoso.com;",
      remove: "\n",
    };
    expect(editOf(event, draft)).toEqual({
      start: "2031-12-01T11:30",
      addAttendees: ["adele@contoso.com", "lee@contoso.com"],
    });
  });
});
