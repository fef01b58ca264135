import { createContext, useContext } from "react";
import type { GroupSummary } from "../../../bot/contract/groups.ts";
import type { Me } from "../../../bot/contract/me.ts";

interface MeState {
  me: Me;
  /** True for admins who look at the app as admins; what only admins see hangs on this, not on `me.isAdmin`. */
  adminsView: boolean;
  chooseAdminsView: (chosen: boolean) => void;
  /** Asks again. Where that fails, `me` stays as it is. */
  reload: () => void;
  /** How often it was asked, with an answer or without. */
  loads: number;
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
