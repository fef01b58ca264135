import { newDraft } from "../event-draft.ts";
import { loadParsers } from "./load-parsers.ts";
import { readWhen, type WhenParts } from "./read-when.ts";

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
    // There is no such day: the form's stays, and that is said.
    expect(await readIn("en-GB", "31.2. 15 Uhr")).toEqual([
      "2026-11-26 15:00-16:00",
      "? 31 2",
    ]);
  });
});
