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
        const address = addressOfChoice({
          choice: { groupId, view },
          origin,
        });
        expect(address.startsWith(`${origin}/?`)).toBe(true);
        expect(choiceOfAddress({ address, origin })).toEqual({ groupId, view });
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
      expect(choiceOfAddress({ address, origin })).toBeNull();
    expect(
      choiceOfAddress({ address: `${origin}/?group=all&when=past`, origin }),
    ).toEqual(shown(null));
  });

  it("is the group of the channel's team unless somebody chooses", () => {
    expect(usualChoice({ groups, teamId: pride.teamId })).toEqual(
      shown(pride.id),
    );
    expect(usualChoice({ groups, teamId: "19:sales@thread.tacv2" })).toEqual(
      shown(null),
    );
    expect(usualChoice({ groups: [], teamId: null })).toEqual(shown(null));
  });
});

describe("the name of a channel's tab", () => {
  const nameOf = (groupId: string | null, teamId: string) =>
    tabName({ choice: shown(groupId), groups, teamId });

  it("names another team's group, and never a confidential one", () => {
    expect(nameOf(women.id, women.teamId)).toBe("Events");
    expect(nameOf(women.id, pride.teamId)).toBe("Events of Women at Contoso");
    expect(nameOf(pride.id, women.teamId)).toBe("Events");
    expect(nameOf(pride.id, pride.teamId)).toBe("Events");
    expect(nameOf(null, women.teamId)).toBe("Events");
    expect(nameOf("unknown", women.teamId)).toBe("Events");
  });

  it("is no longer than Teams takes", () => {
    const long = { ...women, name: "W".repeat(200) };
    const choice = shown(long.id);
    expect(tabName({ choice, groups: [long], teamId: null })).toHaveLength(128);
  });
});

it("says who sees what before the tab is added", () => {
  const said = (groupId: string | null) =>
    audienceSentences({ choice: shown(groupId), groups }).join(" ");
  for (const groupId of [null, women.id, pride.id])
    expect(said(groupId)).toContain("only events that they may see");
  for (const groupId of [women.id, pride.id]) {
    expect(said(groupId)).toContain("to which they are invited");
    expect(said(groupId)).toContain("a group of theirs hosts together with it");
    expect(said(groupId)).toContain("with the group's name");
  }
  expect(said(women.id)).not.toContain("confidential");
  expect(said(pride.id)).toContain("confidential");
});
