import type { Answer } from "../../contract/answer.ts";
import { tallyAttendees } from "./tally-attendees.ts";

const address = "marketing@contoso.com";
const person = (
  answer: Answer,
  source: "audience" | "outlook" | "joined" = "audience",
) => ({
  answer,
  source,
  address: "adelev@contoso.com",
  display_name: "Adele Vance",
  object_id: "o1",
  list_size: null,
});
const list = (
  list_size: number,
  answer: Answer = "none",
  more: { display_name?: string; object_id?: string } = {},
) => ({
  answer,
  source: "audience" as const,
  address,
  display_name: address,
  object_id: null,
  list_size,
  ...more,
});

describe("the tally of an event with mailing lists", () => {
  it("counts no list as a person who has not answered", () => {
    expect(
      tallyAttendees([
        person("accepted"),
        person("none"),
        list(1200),
        list(300),
        person("declined", "outlook"),
        person("none", "outlook"),
      ]),
    ).toEqual({
      accepted: 1,
      tentative: 0,
      declined: 1,
      none: 2,
      total: 4,
      lists: { count: 2, about: 1500, members: 1 },
    });
  });

  it("counts an answer that comes from the list's own address", () => {
    expect(tallyAttendees([list(5, "accepted")])).toMatchObject({
      accepted: 1,
      total: 1,
      lists: { count: 1, about: 5, members: 0 },
    });
  });

  it("names the only list, where an admin named it, and never a person who is taken for one", () => {
    const named = list(48_000, "none", { display_name: "All employees" });
    const lists = { count: 1, about: 48_000, members: 0 };
    expect(tallyAttendees([person("none"), named]).lists).toEqual({
      ...lists,
      name: "All employees",
    });
    expect(tallyAttendees([named, list(5)]).lists).toEqual({
      ...lists,
      count: 2,
      about: 48_005,
    });
    expect(
      tallyAttendees([
        list(48_000, "none", { display_name: "Adele Vance", object_id: "o1" }),
      ]).lists,
    ).toEqual(lists);
  });

  it("says nothing of lists where there are none, even of people whom Outlook added", () => {
    expect(
      tallyAttendees([person("accepted", "outlook"), person("none", "joined")]),
    ).toEqual({ accepted: 1, tentative: 0, declined: 0, none: 1, total: 2 });
  });
});
