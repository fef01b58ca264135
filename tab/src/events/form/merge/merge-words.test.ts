import { newDraft, type SettledDraft } from "../event-draft.ts";
import {
  conflictSentence,
  setSentences,
  sideLabel,
  theirName,
} from "./merge-words.ts";

const base: SettledDraft = {
  ...newDraft({ now: new Date(0), timeZone: "UTC", groupId: "g" }),
  title: "Lunch",
  startDate: "2031-12-01",
  startTime: "12:00",
  endDate: "2031-12-01",
  endTime: "13:00",
  addresses: ["a@x.com"],
  open: false,
  channelIds: ["1"],
};
const reader = { locale: "en-GB", timeZone: "UTC" };
const change = {
  by: "Diego Siciliani",
  isOwn: false,
  at: "2031-11-30T10:05:00.000Z",
};

describe("the words of a merge", () => {
  it("say who was faster, and when", () => {
    expect(conflictSentence(change, reader)).toBe(
      "Diego Siciliani changed this event (30 Nov, 10:05) while you were changing it here, too.",
    );
    expect(conflictSentence({ ...change, isOwn: true }, reader)).toBe(
      "You changed this event in another window (30 Nov, 10:05) while you were changing it here, too.",
    );
    expect(theirName(null)).toBe("Somebody");
  });

  it("show both sides of a part as people read them", () => {
    const versions = { base, mine: { ...base, location: " " }, theirs: base };
    const label = (side: "mine" | "theirs", field: "location" | "when") =>
      sideLabel(side, { field, versions, locale: "en-GB", name: "Diego" });
    expect(label("mine", "location")).toBe("Yours: (empty)");
    expect(label("theirs", "when")).toMatch(
      /^Diego: Mon,? 1 Dec 2031, 12:00.13:00, UTC$/,
    );
  });

  it("show a time that is not complete as it was typed", () => {
    const mine = { ...base, endTime: "1" };
    const versions = { base, mine, theirs: base };
    expect(
      sideLabel("mine", {
        field: "when",
        versions,
        locale: "en-GB",
        name: "Diego",
      }),
    ).toBe("Yours: 2031-12-01 12:00 – 2031-12-01 1, UTC");
  });

  it("tell what is taken over from both", () => {
    const versions = {
      base,
      mine: { ...base, addresses: ["a@x.com", "b@x.com"], channelIds: [] },
      theirs: { ...base, addresses: [], coHosts: ["pride"] },
    };
    expect(
      setSentences(versions, {
        name: "Diego",
        channelName: () => "General",
        groupName: () => "Pride Network",
      }),
    ).toEqual([
      "You added b@x.com.",
      "Diego removed a@x.com.",
      "Diego added the group Pride Network.",
      "You took away the card in General.",
    ]);
  });

  it("name the first of thousands who were added", () => {
    const many = Array.from({ length: 5_000 }, (_, n) => `p${n}@x.com`);
    const mine = { ...base, addresses: [...base.addresses, ...many] };
    const [sentence] = setSentences(
      { base, mine, theirs: base },
      { name: "Diego", channelName: () => "General", groupName: () => "Pride" },
    );
    expect(sentence).toMatch(
      /^You added p0@x\.com, .*, p9@x\.com and 4,990 more\.$/,
    );
  });
});
