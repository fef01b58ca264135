import type { Simulation } from "../simulation.ts";

/** The app's tab in a channel, as it was set up there. Everybody in the channel sees it. */
export interface ChannelTab {
  id: string;
  channelId: string;
  name: string;
  config: TabConfig;
}

/** What the app told Teams by `pages.config.setConfig` (teams-js: InstanceConfig), without the name. */
export interface TabConfig {
  entityId: string;
  contentUrl: string;
  websiteUrl?: string | undefined;
}

const tableOf = (simulation: Simulation) =>
  simulation.store.table<ChannelTab>("channelTabs");

/** In the order in which they were added. */
export function tabsIn(
  simulation: Simulation,
  channelId: string,
): ChannelTab[] {
  return [...tableOf(simulation).values()].filter(
    (tab) => tab.channelId === channelId,
  );
}

export function putTab(simulation: Simulation, tab: ChannelTab): void {
  tableOf(simulation).put(tab.id, tab);
  simulation.changes.announce("teams");
}

export function deleteTab(simulation: Simulation, id: string): void {
  tableOf(simulation).delete(id);
  simulation.changes.announce("teams");
}

/** The tabs go with the app: known, see docs/unverified.md. */
export function deleteTabsIn(simulation: Simulation, channelId: string): void {
  for (const { id } of tabsIn(simulation, channelId))
    tableOf(simulation).delete(id);
}
