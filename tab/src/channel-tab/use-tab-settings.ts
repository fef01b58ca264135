import { pages } from "@microsoft/teams-js";
import { useEffect, useEffectEvent, useState } from "react";
import { choiceOfAddress, type TabChoice } from "./tab-choice.ts";

/** What Teams keeps of the tab; `choice` is null while it keeps nothing that can be read. */
export interface StoredTab {
  entityId: string;
  choice: TabChoice | null;
}

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

/** What Teams keeps of the tab that is being set up: nothing of a new one. Undefined: not known yet. */
export function useStoredTab(): StoredTab | undefined {
  const [stored, setStored] = useState<StoredTab>();
  useEffect(() => {
    const timer = setTimeout(() => setStored(newTab()), answerWithinMs);
    pages
      .getConfig()
      .then(storedTab, newTab)
      .then(setStored)
      .finally(() => clearTimeout(timer))
      .catch(() => undefined);
    return () => clearTimeout(timer);
  }, []);
  return stored;
}

function storedTab(config: pages.InstanceConfig | undefined): StoredTab {
  return {
    // A tab keeps its name inside Teams, to which links lead.
    entityId: config?.entityId || newTab().entityId,
    choice: choiceOfAddress(config?.contentUrl, location.origin),
  };
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
