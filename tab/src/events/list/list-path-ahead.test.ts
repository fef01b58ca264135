import { filterOfAddress } from "./filter-address.ts";
import { listPathAhead } from "./list-path-ahead.ts";
import { listPath } from "./use-event-list.ts";

const id = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
const groups = [{ id, teamId: "19:women@thread.tacv2" }];

describe("the list that is asked for ahead", () => {
  it("is the one that the page asks for, or none", () => {
    const asked = [];
    for (const teamId of [null, "19:women@thread.tacv2", "19:sales@thread"])
      for (const address of [
        "",
        `group=${id}`,
        "group=9a7b330a-a736-4f1c-8b8e-37d9b1d0c001&search=a+%26+b",
        "group=all&when=past",
        "group=nonsense&state=going",
        "when=month",
        `group=${id}&when=week&day=2031-12-01`,
      ]) {
        const query = new URLSearchParams(address);
        const ahead = listPathAhead({ query, teamId });
        asked.push(ahead !== null);
        const filter = filterOfAddress(query, { groups, teamId });
        const { shown } = filter;
        if (ahead !== null)
          expect(ahead).toBe(
            listPath(shown === "past" ? "past" : "upcoming", filter),
          );
        else
          expect(shown === "week" || shown === "month" || address === "").toBe(
            true,
          );
      }
    expect(asked.filter(Boolean)).toHaveLength(5 + 4 + 4);
    expect(listPathAhead({ query: new URLSearchParams(), teamId: null })).toBe(
      "/api/events?when=upcoming",
    );
  });
});
