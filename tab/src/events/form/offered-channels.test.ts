import type { EventCard } from "../../../../bot/contract/event-cards.ts";
import type { GroupChannel } from "../../../../bot/contract/groups.ts";
import { offeredChannels, standingCards } from "./offered-channels.ts";

const general: GroupChannel = { id: "g", name: "General", kind: "standard" };
const card = (channelId: string, state: EventCard["state"]): EventCard => ({
  channelId,
  channelName: `Channel ${channelId}`,
  group: null,
  state,
  canRepost: false,
  nextTryAt: null,
  nextTryInMs: null,
});

const women = { id: "women", name: "Women", channels: [general] };
const pride = {
  id: "pride",
  name: "Pride",
  channels: [{ ...general, id: "p" }],
};

describe("the channels that the form offers", () => {
  it("are the group's, and those where a card still stands", () => {
    const cards = [card("g", "upToDate"), card("p", "appRemoved")];
    expect(
      offeredChannels({ groups: [women], groupIds: ["women"], cards }),
    ).toEqual([general, { id: "p", name: "Channel p", kind: "standard" }]);
  });

  it("are those of every group that hosts the event, each with its group", () => {
    expect(
      offeredChannels({
        groups: [pride, women],
        groupIds: ["women", "pride"],
        cards: [],
      }),
    ).toEqual([
      { ...general, name: "General (Women)" },
      { ...general, id: "p", name: "General (Pride)" },
    ]);
  });

  it("hold a card of a group whose channels the lead does not know, until the group is taken away", () => {
    const cards = [
      { ...card("p", "upToDate"), group: { id: "pride", name: "Pride" } },
    ];
    const offeredBy = (groupIds: string[]) =>
      offeredChannels({ groups: [women], groupIds, cards });
    expect(offeredBy(["women", "pride"]).map(({ name }) => name)).toEqual([
      "General (Women)",
      "Channel p (Pride)",
    ]);
    expect(offeredBy(["women"])).toEqual([general]);
  });

  it("are the cards' alone where the app has left the team", () => {
    const cards = [card("g", "appRemoved")];
    expect(
      offeredChannels({ groups: [], groupIds: ["women"], cards }),
    ).toHaveLength(1);
  });

  it("do not hold one that was deleted", () => {
    const cards = [card("g", "upToDate"), card("p", "channelDeleted")];
    expect(standingCards({ cards })).toEqual([card("g", "upToDate")]);
    expect(standingCards({ cards: null })).toEqual([]);
  });
});
