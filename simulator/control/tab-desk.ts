import { randomUUID } from "node:crypto";
import type { Simulation } from "../simulation.ts";
import type { AtTabs, TabResult } from "../tabs/change-tabs.ts";
import { addTab, changeTab, removeTab } from "../tabs/change-tabs.ts";
import type { ChannelTab, TabConfig } from "../tabs/channel-tab.ts";
import { ControlError } from "./control-error.ts";
import { requirePerson } from "./conversation-desk.ts";
import { requireChannel, requireTeam } from "./team-desk.ts";

/** A channel, and who works at its tabs. */
export interface TabPlace {
  team: string;
  channel: string;
  person: string;
}

/** What people do with the tabs of a channel. What Teams would refuse throws a sentence. */
export function tabDesk(simulation: Simulation) {
  return {
    add: (place: TabPlace, wanted: TabConfig & { name: string }) =>
      done(addTab(simulation, at(place), { id: randomUUID(), ...wanted })),
    change: (place: TabPlace, change: Parameters<typeof changeTab>[2]) =>
      done(changeTab(simulation, at(place), change)),
    remove: (place: TabPlace, id: string) =>
      done(removeTab(simulation, at(place), id)),
  };

  function at(place: TabPlace): AtTabs {
    const team = requireTeam(simulation, place.team);
    return {
      team,
      channel: requireChannel(team, place.channel),
      person: requirePerson(simulation, place.person),
    };
  }
}

function done(result: TabResult): ChannelTab {
  if (result.ok) return result.tab;
  switch (result.reason) {
    case "notAMember":
      throw new ControlError(403, "Only a member can do this.");
    case "archived":
      throw new ControlError(409, "This team is archived.");
    case "noApp":
      throw new ControlError(409, "Add the app to the team or channel first.");
    case "unknownTab":
      throw new ControlError(404, "There is no such tab.");
    case "invalid":
      throw new ControlError(400, `Invalid tab settings: ${result.why}`);
  }
}
