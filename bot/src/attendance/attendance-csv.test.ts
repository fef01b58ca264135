import fc from "fast-check";
import Papa from "papaparse";
import { attendanceCsv, type ListedPerson } from "./attendance-csv.ts";
import { safeCell } from "../downloads/csv-cell.ts";

const zone = "Europe/London";
const csvOf = (people: readonly ListedPerson[], timeZone = zone) =>
  [...attendanceCsv(people, timeZone)].join("");
const person = (displayName: string, more: Partial<ListedPerson> = {}) => ({
  displayName,
  address: null,
  answer: "none" as const,
  inRoom: false,
  inMeeting: null,
  ...more,
});

/** Texts of what makes trouble, and of what does not. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."=+-@＝＋－＠\t\r\n\"'“”;,|%!\u0000\u0085\u2028\u00a0\ufeff \\{}",
        "\r\n",
        '""',
        "=cmd|' /C calc'!A0",
      ),
      fc.string({ unit: "grapheme", maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));
const texts = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 30 });
const listOf = (rows: readonly (readonly [string, string])[]) =>
  csvOf(rows.map(([name, address]) => person(name, { address })));
const runs = { numRuns: 500 };

describe("the list of who came", () => {
  it("says of each person what is known, in the event's own time", () => {
    const list = csvOf(
      [
        person("Adele Vance", {
          address: "adelev@contoso.com",
          answer: "accepted",
          inMeeting: {
            firstJoinAt: "2031-07-01T11:03:05.123Z",
            lastLeaveAt: "2031-07-01T12:00:00.000Z",
            minutes: 57,
          },
        }),
        person("Maria", { answer: "notInvited", inRoom: true }),
      ],
      "America/St_Johns",
    );
    expect(list).toBe(
      '\ufeff"Name","Address","Answer","In the meeting","First join (America/St_Johns)","Last leave (America/St_Johns)","Minutes","In the room"\r\n' +
        '"Adele Vance","adelev@contoso.com","Going","Yes","2031-07-01T08:33:05-02:30","2031-07-01T09:30:00-02:30",57,"No"\r\n' +
        '"Maria","","Not invited","No",,,,"Yes"\r\n',
    );
  });

  it("has each cell as it was written, whatever people are called", () => {
    fc.assert(
      fc.property(texts, (rows) => {
        const { data, errors } = Papa.parse<string[]>(listOf(rows), {
          delimiter: ",",
          newline: "\r\n",
          skipEmptyLines: true,
        });
        expect(errors).toEqual([]);
        expect(data.slice(1).map((cells) => cells.slice(0, 2))).toEqual(
          rows.map((row) => row.map(safeCell)),
        );
        expect(data.every(({ length }) => length === 8)).toBe(true);
      }),
      runs,
    );
  });

  it("loses nothing of what can be seen, and adds only apostrophes", () => {
    const bare = (cell: string) =>
      cell.replaceAll(/[\s\p{Cc}\ufeff'\u2028\u2029]/gu, "");
    fc.assert(
      fc.property(text, (one) => {
        expect(bare(safeCell(one))).toBe(bare(one));
      }),
      runs,
    );
  });

  it("has no cell that a spreadsheet takes for a formula, whether it parts them at commas or semicolons", () => {
    const dangerous = /^[\s"“”]*[=+\-@＝＋－＠\t\r]/;
    fc.assert(
      fc.property(texts, (rows) => {
        const list = listOf(rows);
        const { data } = Papa.parse<string[]>(list, { delimiter: "," });
        const parted = list.split("\r\n").flatMap((line) => line.split(";"));
        const cells = [...data.flat(), ...parted];
        expect(cells.filter((cell) => dangerous.test(cell))).toEqual([]);
      }),
      runs,
    );
  });

  it("has a line for each of twenty thousand, in pieces", () => {
    const people = Array.from({ length: 20_000 }, (_, n) =>
      person(`Person ${n}`, { address: `person${n}@contoso.com` }),
    );
    const pieces = [...attendanceCsv(people, zone)];
    expect(pieces.length).toBe(21);
    expect(pieces.join("").split("\r\n")).toHaveLength(20_002);
  });

  it("is a head alone where there is nobody", () => {
    expect(csvOf([])).toMatch(/^\ufeff"Name",.*"In the room"\r\n$/);
  });
});
