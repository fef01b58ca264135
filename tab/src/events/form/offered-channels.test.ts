import type { EventCard } from "../../../../bot/contract/events.ts";
import type { GroupChannel } from "../../../../bot/contract/groups.ts";
import { offeredChannels, standingCards } from "./offered-channels.ts";

const general: GroupChannel = { id: "g", name: "General", kind: "standard" };
const card = (channelId: string, state: EventCard["state"]): EventCard => ({
  channelId,
  channelName: `Channel ${channelId}`,
  state,
  canRepost: false,
});

describe("the channels that the form offers", () => {
  it("are the group's, and those where a card still stands", () => {
    const cards = [card("g", "upToDate"), card("p", "appRemoved")];
    expect(offeredChannels({ channels: [general] }, cards)).toEqual([
      general,
      { id: "p", name: "Channel p", kind: "standard" },
    ]);
  });

  it("are the cards' alone where the app has left the team", () => {
    const cards = [card("g", "appRemoved")];
    expect(offeredChannels(undefined, cards)).toHaveLength(1);
  });

  it("do not hold one that was deleted", () => {
    const cards = [card("g", "upToDate"), card("p", "channelDeleted")];
    expect(standingCards({ cards })).toEqual([card("g", "upToDate")]);
    expect(standingCards({ cards: null })).toEqual([]);
  });
});
