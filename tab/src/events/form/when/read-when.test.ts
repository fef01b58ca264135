import { newDraft } from "../event-draft.ts";
import { loadParsers } from "./load-parsers.ts";
import { isPast, readWhen, type WhenParts } from "./read-when.ts";

/** A Thursday; the form has Thursday 15:00 to 16:00. */
const now = "2026-11-26T14:00";
const draft = newDraft({
  now: new Date("2026-11-26T14:00:00Z"),
  timeZone: "Europe/London",
  groupId: "g",
});

function told({ startDate, startTime, endDate, endTime, isAllDay }: WhenParts) {
  if (isAllDay) return `${startDate} to ${endDate}`;
  const end = endDate === startDate ? endTime : `${endDate} ${endTime}`;
  return `${startDate} ${startTime}-${end}`;
}

async function readIn(
  locale: string,
  text: string,
  more: Partial<typeof draft> = {},
) {
  const { ways, rest } = readWhen(text, {
    draft: { ...draft, ...more },
    now,
    parsers: await loadParsers(locale),
    hasTwelveHours: locale === "en-US",
  });
  return [...ways.map(told), ...(rest === "" ? [] : [`? ${rest}`])];
}

describe("when an event is, in words", () => {
  it.each([
    ["next tuesday 3pm", "2026-12-01 15:00-16:00"],
    ["tomorrow noon", "2026-11-27 12:00-13:00"],
    ["3.12. 15 Uhr", "2026-12-03 15:00-16:00"],
    ["3.12.2027 15 Uhr", "2027-12-03 15:00-16:00"],
    ["1.12.2031 12 Uhr", "2031-12-01 12:00-13:00"],
    ["am 3.2. um 9:30", "2027-02-03 09:30-10:30"],
    ["nächsten Dienstag 15 Uhr", "2026-12-01 15:00-16:00"],
    ["morgen 12:30", "2026-11-27 12:30-13:30"],
    ["tuesday 3-4pm", "2026-12-01 15:00-16:00"],
    ["Dec 3 15:00-16:30", "2026-12-03 15:00-16:30"],
    ["2026-12-03 15:00", "2026-12-03 15:00-16:00"],
    ["friday 22:00 to 1:00", "2026-11-27 22:00-2026-11-28 01:00"],
    ["tuesday 2pm for 90 minutes", "2026-12-01 14:00-15:30"],
    ["Dienstag 14 Uhr für 2 Stunden", "2026-12-01 14:00-16:00"],
    // The day alone, the time alone, and whole days.
    ["tuesday", "2026-12-01 15:00-16:00"],
    ["5pm", "2026-11-26 17:00-18:00"],
    // What is over is not the coming one; the form says that it is past.
    ["last tuesday 3pm", "2026-11-24 15:00-16:00"],
    ["letzten Dienstag 15 Uhr", "2026-11-24 15:00-16:00"],
    ["3-5 December", "2026-12-03 to 2026-12-05"],
    // Another zone's time, told in the event's.
    ["december 3rd 3pm CET", "2026-12-03 14:00-15:00"],
  ])("%j is %s", async (text, way) => {
    expect(await readIn("en-GB", text)).toEqual([way]);
  });

  it("is a day where the event has whole days", async () => {
    expect(await readIn("en-GB", "tuesday", { isAllDay: true })).toEqual([
      "2026-12-01 to 2026-12-01",
    ]);
  });

  it("is told in each way that it can be meant, the reader's own first", async () => {
    const march = "2027-03-12 15:00-16:00";
    const december = "2026-12-03 15:00-16:00";
    expect(await readIn("en-US", "3/12 3pm")).toEqual([march, december]);
    expect(await readIn("en-GB", "3/12 3pm")).toEqual([december, march]);
    expect(await readIn("en-US", "tomorrow at 3")).toEqual([
      "2026-11-27 15:00-16:00",
      "2026-11-27 03:00-04:00",
    ]);
    expect(await readIn("en-US", "tomorrow 9:30")).toEqual([
      "2026-11-27 09:30-10:30",
      "2026-11-27 21:30-22:30",
    ]);
    expect(await readIn("en-GB", "tomorrow 9:30")).toEqual([
      "2026-11-27 09:30-10:30",
    ]);
  });

  it("is read in the reader's own language, too", async () => {
    expect(await readIn("fr", "mardi 15h")).toEqual(["2026-12-01 15:00-16:00"]);
    expect(await readIn("es", "mañana a las 15:00")).toEqual([
      "2026-11-27 15:00-16:00",
    ]);
  });

  it("is not guessed", async () => {
    expect(await readIn("en-GB", "after the talk")).toEqual([
      "? after the talk",
    ]);
    expect(await readIn("en-GB", "tuesday 3pm in the lab")).toEqual([
      "2026-12-01 15:00-16:00",
      "? in lab",
    ]);
    expect(await readIn("en-GB", "x")).toEqual(["? x"]);
  });

  it.each([
    ["next week Wednesday 14h", "next week Wednesday"],
    ["first Monday in January 9am", "first Monday in January"],
    ["30 Feb 10am", "30 Feb"],
    ["31.2. 15 Uhr", "31.2"],
    ["3pm 15th", "15th"],
    ["5pm in room 4", "in room 4"],
    ["second Tuesday 3pm", "second"],
    ["übernächsten Dienstag 15 Uhr", "übernächsten"],
    ["mardi prochain 15h", "mardi prochain"],
    ["this week 3pm", "this week 3pm"],
    ["this morning", "this morning"],
  ])("offers no day that nobody said: %j", async (text, rest) => {
    expect(await readIn("en-GB", text)).toEqual([`? ${rest}`]);
    expect(await readIn("de", text)).toEqual([`? ${rest}`]);
  });

  it("is told on each day of 3/12 whatever time stands beside it", async () => {
    const days = ["2027-03-12", "2026-12-03"];
    const each = (...times: string[]) =>
      days.flatMap((day) => times.map((time) => `${day} ${time}`));
    const afternoonAndNight = each("15:00-16:00", "03:00-04:00");
    expect(await readIn("en-US", "3/12 3")).toEqual(afternoonAndNight);
    expect(await readIn("en-US", "at 3 on 3/12")).toEqual(afternoonAndNight);
    expect(await readIn("en-US", "3/12 14h")).toEqual(each("14:00-15:00"));
    expect(await readIn("en-US", "3/12 noon")).toEqual(each("12:00-13:00"));
    expect(await readIn("de", "3/12 14h")).toEqual(
      each("14:00-15:00").toReversed(),
    );
    expect(await readIn("en-US", "3/12/27 15h30")).toEqual([
      "2027-03-12 15:30-16:30",
      "2027-12-03 15:30-16:30",
    ]);
    expect(await readIn("en-US", "13/12 3pm")).toEqual([
      "2026-12-13 15:00-16:00",
    ]);
  });

  it("is a time from now where that is said", async () => {
    expect(await readIn("en-GB", "in 2h")).toEqual(["2026-11-26 16:00-17:00"]);
  });

  it("may be past, days once they are over", () => {
    const at = (startTime: string) => ({ ...draft, startTime });
    expect(isPast(at("13:59"), now)).toBe(true);
    expect(isPast(at("14:00"), now)).toBe(false);
    const days = { ...draft, startDate: "2026-11-25", isAllDay: true };
    expect(isPast(days, now)).toBe(false);
    expect(isPast({ ...days, endDate: "2026-11-25" }, now)).toBe(true);
  });
});
