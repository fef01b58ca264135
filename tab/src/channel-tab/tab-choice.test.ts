import { filterOfAddress } from "../events/list/filter-address.ts";
import {
  addressOfChoice,
  audienceSentences,
  choiceOfAddress,
  tabName,
  tabViews,
  usualChoice,
} from "./tab-choice.ts";

const origin = "https://erg.contoso.com";
const women = {
  id: "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
  name: "Women at Contoso",
  teamId: "19:women@thread.tacv2",
  confidential: false,
};
const pride = {
  id: "9a7b330a-a736-4f1c-8b8e-37d9b1d0c001",
  name: "Pride Network",
  teamId: "19:pride@thread.tacv2",
  confidential: true,
};
const groups = [women, pride];
const shown = (groupId: string | null) =>
  ({ groupId, view: "upcoming" }) as const;

describe("what a channel's tab shows", () => {
  it("is found again in its address, by the settings and by the list", () => {
    for (const groupId of [null, women.id, pride.id])
      for (const { view } of tabViews) {
        const address = addressOfChoice({ groupId, view }, origin);
        expect(address.startsWith(`${origin}/?`)).toBe(true);
        expect(choiceOfAddress(address, origin)).toEqual({ groupId, view });
        // Also in another team's channel, and for somebody who is in none of the groups.
        for (const around of [
          { groups, teamId: women.teamId },
          { groups: [], teamId: "19:sales@thread.tacv2" },
        ])
          expect(
            filterOfAddress(new URL(address).searchParams, around),
          ).toMatchObject({ groupId, shown: view });
      }
  });

  it("is not read out of what names no group, or lies elsewhere", () => {
    for (const address of [
      undefined,
      "",
      "not an address",
      `${origin}/`,
      `${origin}/channel-tab?group=all`,
      "https://erg.contoso.com.evil.example/?group=all",
    ])
      expect(choiceOfAddress(address, origin)).toBeNull();
    expect(choiceOfAddress(`${origin}/?group=all&when=past`, origin)).toEqual(
      shown(null),
    );
  });

  it("is the group of the channel's team unless somebody chooses", () => {
    expect(usualChoice(groups, pride.teamId)).toEqual(shown(pride.id));
    expect(usualChoice(groups, "19:sales@thread.tacv2")).toEqual(shown(null));
    expect(usualChoice([], null)).toEqual(shown(null));
  });
});

describe("the name of a channel's tab", () => {
  it("names another team's group, and never a confidential one", () => {
    expect(tabName(shown(women.id), groups, women.teamId)).toBe("Events");
    expect(tabName(shown(women.id), groups, pride.teamId)).toBe(
      "Events of Women at Contoso",
    );
    expect(tabName(shown(pride.id), groups, women.teamId)).toBe("Events");
    expect(tabName(shown(pride.id), groups, pride.teamId)).toBe("Events");
    expect(tabName(shown(null), groups, women.teamId)).toBe("Events");
    expect(tabName(shown("unknown"), groups, women.teamId)).toBe("Events");
  });

  it("is no longer than Teams takes", () => {
    const long = { ...women, name: "W".repeat(200) };
    expect(tabName(shown(long.id), [long], null)).toHaveLength(128);
  });
});

it("says who sees what before the tab is added", () => {
  const said = (groupId: string | null) =>
    audienceSentences(shown(groupId), groups).join(" ");
  for (const groupId of [null, women.id, pride.id])
    expect(said(groupId)).toContain("only events that they may see");
  expect(said(women.id)).toContain("People outside the group");
  expect(said(women.id)).not.toContain("confidential");
  expect(said(pride.id)).toContain("confidential");
});
