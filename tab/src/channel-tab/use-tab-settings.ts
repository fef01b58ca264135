import { pages } from "@microsoft/teams-js";
import { useEffect, useEffectEvent, useState } from "react";
import { keptTab, type StoredTab } from "./kept-tab.ts";

/** Teams that says nothing counts as one that keeps nothing. */
const answerWithinMs = 3000;

/** Whether this client of Teams lets tabs be set up (teams-js: pages.config.isSupported). */
export function canSetUpTab(): boolean {
  try {
    return pages.config.isSupported();
  } catch {
    // Teams has not greeted the tab.
    return false;
  }
}

/** What Teams keeps of the tab that is being set up, and a name for a new one. Undefined: not known yet. */
export function useStoredTab(): StoredTab | undefined {
  const [stored, setStored] = useState<StoredTab>();
  useEffect(() => {
    // An answer that comes later still counts where there is a tab: otherwise its settings would be begun anew.
    const know = (told: StoredTab | null) =>
      setStored((now) => told ?? now ?? newTab());
    const timer = setTimeout(() => know(null), answerWithinMs);
    pages.getConfig().then(
      (config) => know(keptTab({ config, origin: location.origin })),
      () => know(null),
    );
    return () => clearTimeout(timer);
  }, []);
  return stored;
}

/**
 * Links lead to a tab by its entity, which is to be unique (Teams: Create a configuration page), and Teams is known to
 * lead to the first of several tabs of one: so each has its own.
 */
function newTab(): StoredTab {
  return { entityId: `events-${crypto.randomUUID()}`, choice: null };
}

/**
 * Lets Teams' own button Save store `config`; null: there is nothing to store, and the button stays off.
 * Teams waits for half a minute (Teams: Create a configuration page), which nothing here takes.
 */
export function useSaving(config: pages.InstanceConfig | null): void {
  const store = useEffectEvent(async (event: pages.config.SaveEvent) => {
    try {
      if (!config) throw new Error("Nothing is chosen");
      await pages.config.setConfig(config);
      event.notifySuccess();
    } catch {
      event.notifyFailure(
        "Teams did not keep this choice. Press Save again; if that does not help, close this window and open it once more.",
      );
    }
  });
  useEffect(() => {
    pages.config.registerOnSaveHandler((event) => void store(event));
  }, []);
  const isReady = config !== null;
  useEffect(() => pages.config.setValidityState(isReady), [isReady]);
}
