import type { HistoryChange } from "../../../contract/event-history.ts";

/**
 * What became of one part of an event, as it is stored. Groups are named by id: who may know of one is decided when
 * somebody reads it.
 */
export type StoredHistoryChange =
  | Exclude<HistoryChange, { field: "coHosts" }>
  | { field: "coHostIds"; added: string[]; removed: string[] };
