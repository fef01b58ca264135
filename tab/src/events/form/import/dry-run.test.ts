import { maxAddresses } from "../../../../../bot/contract/addresses.ts";
import type { CheckedAudience } from "../../../../../bot/contract/audience-check.ts";
import { dryRunOf } from "./dry-run.ts";
import { addLabel, countsOf, notesOf, summaryOf } from "./dry-run-words.ts";
import type { Gathered } from "./gather-addresses.ts";

const gathered: Gathered = {
  addresses: [
    "new@x.com",
    "double@x.com",
    "member@x.com",
    "on-it@x.com",
    "out@y.com",
  ],
  doubles: 2,
  refused: { count: 1, first: [{ row: 7, text: "=1", refusal: "formula" }] },
};
const checked: CheckedAudience = {
  doubles: [1],
  inGroup: [2],
  invited: [3],
  outside: [4],
  outsidePolicy: "warn",
};
const layout = { hasHeading: true, column: 0, columns: [] };
const words = (run: ReturnType<typeof dryRunOf>) => ({
  summary: summaryOf(run),
  counts: Object.fromEntries(
    countsOf(run).map(({ label, count }) => [label, count]),
  ),
  notes: notesOf(run, {
    encoding: null,
    layout: { ...layout, hasHeading: false },
  }),
});

describe("the dry run of a list", () => {
  it("adds those who are new, and tells what the other entries are", () => {
    const run = dryRunOf({ gathered, checked, chosen: 1 });
    expect(run.add).toEqual(["new@x.com", "out@y.com"]);
    expect(words(run)).toEqual({
      summary: "2 people would be added. Nothing has been added yet.",
      counts: {
        New: 2,
        "In the list or the form already": 3,
        "Invited with a group": 1,
        "Invited already": 1,
        "No e-mail address, left out": 1,
      },
      notes: ["1 person of the new ones is outside your company."],
    });
    expect(addLabel(run)).toBe("Add 2 people");
  });

  it("leaves people outside the organization out where it refuses them, and says why", () => {
    const refusing = { ...checked, outsidePolicy: "refuse" as const };
    const run = dryRunOf({ gathered, checked: refusing, chosen: 1 });
    expect(run.add).toEqual(["new@x.com"]);
    expect(words(run).counts).toMatchObject({
      "Outside your company, left out": 1,
    });
    expect(words(run).notes).toEqual([
      expect.stringContaining("does not let people outside it be invited"),
    ]);
  });

  it("says nothing of them where the organization does not mind", () => {
    const allowing = { ...checked, outsidePolicy: "allow" as const };
    const run = dryRunOf({ gathered, checked: allowing, chosen: 1 });
    expect(words(run).notes).toEqual([]);
  });

  it("adds nobody when the event would have too many", () => {
    const run = dryRunOf({ gathered, checked, chosen: maxAddresses - 1 });
    expect(run.fits).toBe(false);
    expect(summaryOf(run)).toContain("more than 50,000 addresses");
    expect(dryRunOf({ gathered, checked, chosen: maxAddresses - 2 }).fits).toBe(
      true,
    );
  });

  it("says when there is nobody new, and how the file was read", () => {
    const nobody = dryRunOf({
      gathered: { ...gathered, addresses: [] },
      checked: {
        ...checked,
        doubles: [],
        inGroup: [],
        invited: [],
        outside: [],
      },
      chosen: 0,
    });
    expect(summaryOf(nobody)).toBe("There is nobody new in this list.");
    expect(addLabel(nobody)).toBe("Add nobody");
    expect(notesOf(nobody, { encoding: "Windows-1252", layout })).toEqual([
      "The first row was taken for headings.",
      "The file is not in UTF-8; it was read as Windows-1252.",
    ]);
  });
});
