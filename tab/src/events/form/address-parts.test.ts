import { addressParts, batchLabel } from "./address-parts.ts";
import { addBatch, newDraft, removeAddresses } from "./event-draft.ts";

const empty = newDraft({ now: new Date(0), timeZone: "UTC", groupId: "g" });
const typed = { ...empty, addresses: ["a@x.com"] };
const file = { name: "list.csv", addresses: ["b@x.com", "c@x.com"] };

describe("the addresses of a form", () => {
  it("are shown with the list that brought them", () => {
    const draft = addBatch(typed, file);
    expect(addressParts(draft)).toEqual({
      single: ["a@x.com"],
      batches: [file],
    });
    expect(batchLabel(file)).toBe("2 addresses from list.csv");
    expect(batchLabel({ ...file, name: null })).toBe(
      "2 addresses from a pasted list",
    );
  });

  it("are there once, whatever list brings them again", () => {
    const draft = addBatch(addBatch(typed, file), {
      name: "more.csv",
      addresses: ["A@x.com", "c@x.com", "d@x.com"],
    });
    expect(draft.addresses).toEqual([
      "a@x.com",
      "b@x.com",
      "c@x.com",
      "d@x.com",
    ]);
    expect(addressParts(draft).batches[1]?.addresses).toEqual(["d@x.com"]);
  });

  it("leave one by one or as the list that they came with", () => {
    const draft = addBatch(
      { ...typed, lists: [{ address: "b@x.com", about: "9" }] },
      file,
    );
    const without = removeAddresses(draft, ["b@x.com"]);
    expect(addressParts(without).batches[0]?.addresses).toEqual(["c@x.com"]);
    expect(without.lists).toEqual([]);
    expect(addressParts(removeAddresses(without, ["c@x.com"]))).toEqual({
      single: ["a@x.com"],
      batches: [],
    });
  });
});
