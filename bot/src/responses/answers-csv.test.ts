import Papa from "papaparse";
import { answersCsv, type ListedAttendee } from "./answers-csv.ts";

const attendee = (more: Partial<ListedAttendee> = {}): ListedAttendee => ({
  display_name: "Adele Vance",
  address: "adelev@contoso.com",
  answer: "none",
  answered_at: null,
  answered_in: null,
  invited_at: new Date("2031-06-01T08:00:00Z"),
  list_size: null,
  ...more,
});
const csvOf = (attendees: ListedAttendee[], zone = "America/St_Johns") =>
  [...answersCsv(attendees, zone)].join("");

describe("the list of answers", () => {
  it("says of each what they answered, when and where, in the event's own time", () => {
    const list = csvOf([
      attendee({
        answer: "tentative",
        answered_at: new Date("2031-07-01T11:03:05.123Z"),
        answered_in: "outlook",
      }),
      attendee({ display_name: "Lidia", address: "l@x.de", invited_at: null }),
      attendee({ display_name: "All", address: "all@x.de", list_size: 1200 }),
    ]);
    expect(list).toBe(
      '\ufeff"Name","Address","Answer","Answered (America/St_Johns)","Answered in","Invitation sent"\r\n' +
        '"Adele Vance","adelev@contoso.com","Maybe","2031-07-01T08:33:05-02:30","Outlook","Yes"\r\n' +
        '"Lidia","l@x.de","Not answered",,,"No"\r\n' +
        '"All","all@x.de","Mailing list of about 1200",,,"Yes"\r\n',
    );
  });

  it("has nothing that a spreadsheet takes for a formula, in one line a person", () => {
    const list = csvOf([
      attendee({ display_name: '=HYPERLINK("x")\r\n"', address: "+a@b.de" }),
    ]);
    const { data } = Papa.parse<string[]>(list, { skipEmptyLines: true });
    expect(data[1]?.slice(0, 2)).toEqual([`'=HYPERLINK("x") "`, "'+a@b.de"]);
  });

  it("has a line for each of five thousand, in pieces", () => {
    const everybody = Array.from({ length: 5_000 }, () => attendee());
    const pieces = [...answersCsv(everybody, "Europe/London")];
    expect(pieces).toHaveLength(6);
    expect(pieces.join("").split("\r\n")).toHaveLength(5_002);
  });
});
