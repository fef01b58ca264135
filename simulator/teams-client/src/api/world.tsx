import { createContext, useContext, type ReactNode } from "react";
import { Failed, Loading } from "../shell/LoadingState.tsx";
import { simulator } from "./simulator.ts";
import { useLive } from "./use-live.ts";
import type { World } from "./shapes.ts";

const WorldContext = createContext<World | undefined>(undefined);

/** Loads the organization and keeps it fresh; children render once it is there. */
export function WorldProvider({ children }: { children: ReactNode }) {
  const { loaded, reload } = useLive("world", simulator.world, ["teams"]);
  if (loaded.status === "loading")
    return <Loading label="Opening the organization" />;
  if (loaded.status === "failed")
    return <Failed message={loaded.message} onRetry={reload} />;
  return (
    <WorldContext.Provider value={loaded.value}>
      {children}
    </WorldContext.Provider>
  );
}

export function useWorld(): World {
  const world = useContext(WorldContext);
  if (!world) throw new Error("useWorld is for children of WorldProvider.");
  return world;
}
