import type {
  EventDetail,
  EventLive,
} from "../../../../bot/contract/events.ts";
import { needsReload, withLive, withMyAnswer } from "./live-event.ts";

const live: EventLive = {
  version: 3,
  status: "scheduled",
  tally: { accepted: 1, tentative: 0, declined: 0, none: 11, total: 12 },
  myAnswer: "none",
  unknownToOutlook: false,
  progress: {
    invited: 12,
    total: 12,
    waitingFor: null,
    nextTryAt: null,
    nextTryInMs: null,
    problem: null,
    waves: 1,
    lastAt: null,
    pausedBy: null,
    canPause: false,
  },
  meeting: {
    state: "ready",
    joinUrl: "https://teams.microsoft.com/l/1",
    forLeads: null,
  },
  attendees: null,
  attendeesMark: "",
  timeline: null,
  lateInvitations: null,
  cards: null,
  outlookChange: null,
  held: null,
  lastChange: null,
  move: null,
};
const event: EventDetail = {
  ...live,
  undo: null,
  id: "0b7f9a52-5a4e-4a51-9d5c-0b1f1d5a7c11",
  group: {
    id: "0b7f9a52-5a4e-4a51-9d5c-0b1f1d5a7c12",
    name: "Pride",
    confidential: false,
  },
  coHosts: [],
  title: "Coffee",
  description: "",
  descriptionHtml: "",
  startsAt: "2026-12-01T17:00:00.000Z",
  endsAt: "2026-12-01T18:00:00.000Z",
  isAllDay: false,
  start: "2026-12-01T17:00",
  end: "2026-12-01T18:00",
  timeZone: "Europe/London",
  isOnline: true,
  location: "",
  audience: null,
  open: false,
  organizer: null,
  cancelMessage: null,
  outlookUrl: "https://outlook.office.com/calendar/view/day/2026/12/1",
  permissions: {
    edit: false,
    cancel: false,
    seeAttendees: false,
    answer: true,
  },
};

describe("an event that is watched", () => {
  it("takes what the stream tells", () => {
    const tally = { ...live.tally, accepted: 2, none: 10 };
    expect(withLive(event, { ...live, tally }).tally).toEqual(tally);
  });

  it("passes over news from before its own version", () => {
    expect(withLive(event, { ...live, version: 2 })).toBe(event);
  });

  it("is loaded again when somebody changed it", () => {
    expect(needsReload(event, live)).toBe(false);
    expect(needsReload(event, { ...live, version: 4 })).toBe(true);
  });

  it("shows the reader's answer before it is stored", () => {
    const going = withMyAnswer(event, "accepted");
    expect(going.myAnswer).toBe("accepted");
    expect(going.tally).toMatchObject({ accepted: 2, none: 10, total: 12 });
  });

  it("counts a reader who joins by answering as one more", () => {
    const joined = withMyAnswer({ ...event, myAnswer: null }, "tentative");
    expect(joined.myAnswer).toBe("tentative");
    expect(joined.tally).toMatchObject({ tentative: 1, none: 11, total: 13 });
  });
});
