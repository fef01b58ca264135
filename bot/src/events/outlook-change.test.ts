import {
  adoptedFields,
  comparableLocation,
  comparableTitle,
  compareWithOutlook,
  type ComparedEvent,
} from "./outlook-change.ts";
import { possibleInstants } from "./scheduled-event.ts";
import type { OutlookChange } from "./stored-outlook-change.ts";

const now = new Date("2026-11-01T12:00:00Z");
const event: ComparedEvent = {
  title: "Lunch and learn",
  start_local: "2026-12-01T12:00",
  end_local: "2026-12-01T13:00",
  time_zone: "Europe/London",
  starts_at: new Date("2026-12-01T12:00:00Z"),
  ends_at: new Date("2026-12-01T13:00:00Z"),
  is_all_day: false,
  location: "Room 4",
  is_online: true,
  join_url: "https://teams.microsoft.com/l/meetup-join/1",
  content_version: 3,
  outlook_shown: null,
  outlook_change: null,
};
const copy = {
  subject: "Lunch and learn",
  startsAt: new Date("2026-12-01T12:00:00Z"),
  endsAt: new Date("2026-12-01T13:00:00Z"),
  isAllDay: false,
  location: "Room 4",
  isCancelled: false,
  contentVersion: 3,
  lastModifiedAt: new Date("2026-11-01T11:59:58Z"),
};

const compare = (
  ofCopy: Partial<typeof copy> | { startsAt: null },
  ofEvent: Partial<ComparedEvent> = {},
) =>
  compareWithOutlook({
    event: { ...event, ...ofEvent },
    copy: { ...copy, ...ofCopy },
    now,
  });

function edited(change: ReturnType<typeof compare>) {
  if (change === "incomparable" || change?.kind !== "edited")
    throw new Error(`Not edited: ${JSON.stringify(change)}`);
  return change;
}

describe("what Outlook shows is ours", () => {
  it.each<[string, Partial<typeof copy>, Partial<ComparedEvent>]>([
    ["as it was published", {}, {}],
    ["with other spaces in the title", { subject: " Lunch  and\tlearn " }, {}],
    [
      "with a space that does not break",
      { subject: "Lunch and\u00a0learn" },
      {},
    ],
    [
      "with letters composed otherwise",
      { subject: "Cafe\u0301" },
      { title: "Café" },
    ],
    [
      "without the signs that nobody sees",
      { subject: "Lunch" },
      { title: "Lu\u200bnch\u00ad" },
    ],
    [
      "on one line",
      { subject: "Lunch and learn" },
      { title: "Lunch\nand learn" },
    ],
    [
      "with the Teams meeting among the places",
      { location: "Room 4; Microsoft Teams Meeting" },
      {},
    ],
    [
      "with the Teams meeting as the place, in German",
      { location: "Microsoft Teams-Besprechung" },
      { location: "" },
    ],
    ["with other spaces in the place", { location: "Room 4 ;" }, {}],
    [
      "as Outlook wrote it when it got it",
      { subject: "Lunch and lea…", location: "Building 1/Room 4" },
      {
        outlook_shown: {
          title: "Lunch and lea…",
          startsAt: "2026-12-01T12:00:00.000Z",
          endsAt: "2026-12-01T13:00:00.000Z",
          location: "Building 1/Room 4",
        },
      },
    ],
    [
      "with a zone whose rules Outlook knows otherwise",
      {
        startsAt: new Date("2026-12-01T11:00:00Z"),
        endsAt: new Date("2026-12-01T12:00:00Z"),
      },
      {
        outlook_shown: {
          title: "Lunch and learn",
          startsAt: "2026-12-01T11:00:00.000Z",
          endsAt: "2026-12-01T12:00:00.000Z",
          location: "Room 4",
        },
      },
    ],
  ])("%s", (_how, ofCopy, ofEvent) => {
    expect(compare(ofCopy, ofEvent)).toBeNull();
  });

  it("in either of the hours that the clocks repeat, but in no other", () => {
    const repeated = {
      start_local: "2026-10-25T01:30",
      end_local: "2026-10-25T03:00",
      starts_at: new Date("2026-10-25T00:30:00Z"),
      ends_at: new Date("2026-10-25T03:00:00Z"),
    };
    const at = (time: string) =>
      compare(
        {
          startsAt: new Date(`2026-10-25T${time}:00Z`),
          endsAt: new Date("2026-10-25T03:00:00Z"),
        },
        repeated,
      );
    expect(at("00:30")).toBeNull();
    expect(at("01:30")).toBeNull();
    expect(edited(at("02:30")).fields).toEqual(["time"]);
  });

  it("on either side of an hour that the clocks skip", () => {
    const skipped = {
      start_local: "2026-03-29T01:30",
      end_local: "2026-03-29T03:00",
      starts_at: new Date("2026-03-29T01:30:00Z"),
      ends_at: new Date("2026-03-29T02:00:00Z"),
    };
    for (const instant of possibleInstants("2026-03-29T01:30", "Europe/London"))
      expect(
        compare(
          { startsAt: instant, endsAt: new Date("2026-03-29T02:00:00Z") },
          skipped,
        ),
      ).toBeNull();
  });

  it("as far as can be told when its time cannot be read", () => {
    expect(compare({ startsAt: null })).toBeNull();
  });
});

describe("what Outlook shows cannot be compared", () => {
  it.each([2, 4, null])("while it holds version %s", (contentVersion) => {
    expect(
      compareWithOutlook({
        event,
        copy: { ...copy, subject: "Another", contentVersion },
        now,
      }),
    ).toBe("incomparable");
  });
});

describe("what somebody changed in Outlook", () => {
  it("is told by its parts, with Outlook's time of a move", () => {
    expect(
      compare({
        subject: "Dinner",
        startsAt: new Date("2026-12-01T18:00:00Z"),
        endsAt: new Date("2026-12-01T19:00:00Z"),
        location: "",
      }),
    ).toEqual({
      kind: "edited",
      fields: ["title", "time", "location"],
      shows: {
        isAllDay: false,
        title: "Dinner",
        startsAt: "2026-12-01T18:00:00.000Z",
        endsAt: "2026-12-01T19:00:00.000Z",
        location: "",
      },
      movedAt: "2026-11-01T11:59:58.000Z",
      seenAt: now.toISOString(),
    });
  });

  it("may be the end alone, or letters' case alone", () => {
    const longer = compare({ endsAt: new Date("2026-12-01T13:30:00Z") });
    expect(edited(longer).fields).toEqual(["time"]);
    expect(edited(compare({ subject: "Lunch And Learn" }))).toMatchObject({
      fields: ["title"],
      movedAt: null,
    });
  });

  it("stays the same, with the time at which it was seen first, however often it is read", () => {
    const startsAt = new Date("2026-12-01T12:30:00Z");
    const first = edited(compare({ startsAt }));
    const later = compare(
      { startsAt, lastModifiedAt: new Date("2026-11-01T12:30:00Z") },
      { outlook_change: first },
    );
    expect(later).toBe(first);
    const both = compare(
      {
        startsAt,
        subject: "Dinner",
        lastModifiedAt: new Date("2026-11-01T12:30:00Z"),
      },
      { outlook_change: first },
    );
    expect(edited(both)).toMatchObject({
      fields: ["title", "time"],
      movedAt: first.movedAt,
    });
  });

  it("is another change when it is moved once more", () => {
    const first = edited(
      compare({ startsAt: new Date("2026-12-01T12:30:00Z") }),
    );
    const second = compare(
      {
        startsAt: new Date("2026-12-01T12:45:00Z"),
        lastModifiedAt: new Date("2026-11-01T12:30:00Z"),
      },
      { outlook_change: first },
    );
    expect(edited(second).movedAt).toBe("2026-11-01T12:30:00.000Z");
  });

  it("is over when it is put back there", () => {
    const first = edited(compare({ subject: "Dinner" }));
    expect(compare({}, { outlook_change: first })).toBeNull();
  });

  it("may be that it was cancelled, whatever else it shows", () => {
    const cancelled = compare({ isCancelled: true, contentVersion: 1 });
    expect(cancelled).toEqual({ kind: "deleted", seenAt: now.toISOString() });
    const before: OutlookChange = { kind: "deleted", seenAt: "2026-10-31" };
    expect(compare({ isCancelled: true }, { outlook_change: before })).toBe(
      before,
    );
  });
});

describe("adopting what Outlook shows", () => {
  const adopt = (
    ofCopy: Partial<typeof copy>,
    ofEvent: Partial<ComparedEvent> = {},
  ) =>
    adoptedFields({ ...event, ...ofEvent }, edited(compare(ofCopy, ofEvent)));

  it("takes the parts that differ, and times in the event's own zone", () => {
    expect(
      adopt({
        startsAt: new Date("2026-07-01T11:00:00Z"),
        endsAt: new Date("2026-07-01T12:15:00Z"),
      }),
    ).toEqual({
      ok: true,
      moved: true,
      fields: {
        is_all_day: false,
        title: "Lunch and learn",
        location: "Room 4",
        starts_at: new Date("2026-07-01T11:00:00Z"),
        ends_at: new Date("2026-07-01T12:15:00Z"),
        start_local: "2026-07-01T12:00",
        end_local: "2026-07-01T13:15",
      },
    });
  });

  it("leaves the Teams meeting out of the place, and the time alone", () => {
    expect(
      adopt({
        location: "Room 5;  Microsoft Teams Meeting",
        subject: "Dinner ",
      }),
    ).toMatchObject({
      ok: true,
      moved: false,
      fields: {
        title: "Dinner",
        location: "Room 5",
        start_local: event.start_local,
        starts_at: event.starts_at,
      },
    });
  });

  it.each([
    ["without a title", { subject: " " }, "no title"],
    [
      "without a length",
      { endsAt: new Date("2026-12-01T12:00:00Z") },
      "ends when it starts",
    ],
  ])("is refused %s", (_how, ofCopy, reason) => {
    expect(adopt(ofCopy)).toMatchObject({
      ok: false,
      message: expect.stringContaining(reason) as string,
    });
  });
});

describe("comparable texts", () => {
  it("keep what people see apart", () => {
    expect(comparableTitle("Straße 🏳️‍🌈")).not.toBe(
      comparableTitle("Strasse 🏳️"),
    );
    expect(comparableLocation("Microsoft Teams", { is_online: false })).toBe(
      "Microsoft Teams",
    );
  });
});
