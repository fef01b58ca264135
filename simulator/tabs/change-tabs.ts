import { channelMemberIds } from "../connector/conversation.ts";
import { isInChannel } from "../connector/installations.ts";
import type { Simulation } from "../simulation.ts";
import type { Channel, Person, Team } from "../world/world-seed.ts";
import {
  deleteTab,
  putTab,
  tabsIn,
  type ChannelTab,
  type TabConfig,
} from "./channel-tab.ts";
import { tabTrouble } from "./check-tab.ts";

/** Somebody at a channel's row of tabs. */
export interface AtTabs {
  team: Team;
  channel: Channel;
  person: Person;
}

export type TabResult =
  | { ok: true; tab: ChannelTab }
  | { ok: false; reason: "notAMember" | "archived" | "noApp" | "unknownTab" }
  | { ok: false; reason: "invalid"; why: string };

/**
 * Adds the app's tab. Members may, as owners may: the team's setting "Allow members to create, update, and remove
 * tabs" is on unless an owner turns it off (Microsoft Support: Team settings), which is not simulated.
 */
export function addTab(
  simulation: Simulation,
  at: AtTabs,
  wanted: TabConfig & { id: string; name: string },
): TabResult {
  const { id, name, ...config } = wanted;
  return store(simulation, at, { id, channelId: at.channel.id, name, config });
}

/** Settings gives it another `config`, Rename another `name`. */
export function changeTab(
  simulation: Simulation,
  at: AtTabs,
  change: {
    id: string;
    name?: string | undefined;
    config?: TabConfig | undefined;
  },
): TabResult {
  const found = tabsIn(simulation, at.channel.id).find(
    ({ id }) => id === change.id,
  );
  if (!found) return { ok: false, reason: "unknownTab" };
  return store(simulation, at, {
    ...found,
    name: change.name ?? found.name,
    config: change.config ?? found.config,
  });
}

export function removeTab(
  simulation: Simulation,
  at: AtTabs,
  id: string,
): TabResult {
  const refused = refusal(simulation, at);
  if (refused) return refused;
  const tab = tabsIn(simulation, at.channel.id).find((one) => one.id === id);
  if (!tab) return { ok: false, reason: "unknownTab" };
  deleteTab(simulation, id);
  return { ok: true, tab };
}

function store(simulation: Simulation, at: AtTabs, tab: ChannelTab): TabResult {
  const refused = refusal(simulation, at);
  if (refused) return refused;
  const why = tabTrouble(
    { ...tab.config, name: tab.name },
    simulation.app.validDomains,
  );
  if (why !== null) return { ok: false, reason: "invalid", why };
  putTab(simulation, tab);
  return { ok: true, tab };
}

function refusal(
  simulation: Simulation,
  { team, channel, person }: AtTabs,
): (TabResult & { ok: false }) | null {
  if (!channelMemberIds(team, channel).includes(person.id))
    return { ok: false, reason: "notAMember" };
  if (team.isArchived) return { ok: false, reason: "archived" };
  if (!isInChannel(simulation, team, channel))
    return { ok: false, reason: "noApp" };
  return null;
}
