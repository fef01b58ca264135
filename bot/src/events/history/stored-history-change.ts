import type { HistoryChange } from "../../../contract/event-history.ts";
import type { NamedChannel } from "../../cards/choose-channels.ts";

/**
 * What became of one part of an event, as it is stored. Groups are named by id: who may know of one is decided when
 * somebody reads it.
 */
export type StoredHistoryChange =
  | Exclude<HistoryChange, { field: "coHosts" | "channels" }>
  | { field: "channels"; from: NamedChannel[]; to: NamedChannel[] }
  | { field: "coHostIds"; added: string[]; removed: string[] };
