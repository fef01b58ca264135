import { createContext, useContext } from "react";
import type { GroupSummary } from "../../../bot/contract/groups.ts";
import type { Me } from "../../../bot/contract/me.ts";

interface MeState {
  me: Me;
  /** True for admins who look at the app as admins; what only admins see hangs on this, not on `me.isAdmin`. */
  adminsView: boolean;
  chooseAdminsView: (chosen: boolean) => void;
  reload: () => void;
  /** Shows a group as the backend has just stored it. */
  replaceGroup: (group: GroupSummary) => void;
}

export const MeContext = createContext<MeState | null>(null);

/** Who is signed in and what they can do. */
export function useMe(): MeState {
  const state = useContext(MeContext);
  if (!state) throw new Error("useMe needs a MeContext around it");
  return state;
}
