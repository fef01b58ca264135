import type { Attendee } from "../../../../../bot/contract/attendee.ts";
import { arrangeAttendees } from "./arrange-attendees.ts";

const attendee = (
  displayName: string,
  more: Partial<Attendee> = {},
): Attendee => ({
  address: `${displayName.toLowerCase()}@contoso.com`,
  displayName,
  answer: "none",
  answeredAt: null,
  answeredIn: null,
  invited: true,
  outlook: null,
  listSize: null,
  ...more,
});
const at = (minute: number) => `2031-12-01T12:0${minute}:00.000Z`;
const all = [
  attendee("Adele", { answer: "declined", answeredAt: at(2) }),
  attendee("Bianca", { answer: "accepted", answeredAt: at(1) }),
  attendee("Cem"),
  attendee("Everybody", { listSize: 300 }),
  attendee("Lidia", { answer: "accepted", answeredAt: at(3) }),
  attendee("Wanda", { outlook: "removed" }),
];
const names = (query: Partial<Parameters<typeof arrangeAttendees>[1]>) =>
  arrangeAttendees(all, {
    search: "",
    answer: null,
    order: "name",
    ...query,
  }).map(({ displayName }) => displayName);

describe("attendees", () => {
  it("come by name, and first about whom a lead has to decide", () => {
    expect(names({})).toEqual([
      "Wanda",
      "Adele",
      "Bianca",
      "Cem",
      "Everybody",
      "Lidia",
    ]);
  });

  it("come by answer and then name, or with the latest answer first", () => {
    expect(names({ order: "answer" })).toEqual([
      "Wanda",
      "Bianca",
      "Lidia",
      "Adele",
      "Cem",
      "Everybody",
    ]);
    expect(names({ order: "answered" })).toEqual([
      "Wanda",
      "Lidia",
      "Adele",
      "Bianca",
      "Cem",
      "Everybody",
    ]);
  });

  it("are found by a part of name or address, whatever the case, and by answer", () => {
    expect(names({ search: "IA@CON" })).toEqual(["Lidia"]);
    expect(names({ answer: "accepted" })).toEqual(["Bianca", "Lidia"]);
    // A mailing list has no answer of its own.
    expect(names({ answer: "none" })).toEqual(["Wanda", "Cem"]);
    expect(names({ answer: "accepted", search: "adele" })).toEqual([]);
  });
});
