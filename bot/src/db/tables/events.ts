import type { ColumnType, Generated, Selectable } from "kysely";
import type { HistoryKind } from "../../../contract/event-history.ts";
import type { StoredHistoryChange } from "../../events/history/stored-history-change.ts";
import type {
  OutlookChange,
  OutlookShown,
} from "../../events/stored-outlook-change.ts";

export interface ScheduledEventsTable {
  id: string;
  group_id: string;
  /** Whose calendar it stands on; null until its first wave does. */
  account_id: string | null;
  title: string;
  /** Plain text. */
  description: string;
  /** Its canonical HTML; null: plain text says all. */
  description_html: string | null;
  start_local: string;
  end_local: string;
  time_zone: string;
  starts_at: Date;
  ends_at: Date;
  /** Whole days of its zone: `start_local` and `end_local` are midnights. */
  is_all_day: Generated<boolean>;
  is_online: boolean;
  location: string;
  audience_group: boolean;
  audience_addresses: string[];
  /** Whether who joins an invited group later is invited by themselves. */
  late_joiners: Generated<boolean>;
  /** People who see it may add themselves by answering. */
  open: boolean;
  cancelled: Generated<boolean>;
  cancel_message: string | null;
  version: Generated<number>;
  schedule_version: Generated<number>;
  /** When it was last given another time; null: never, or not known. */
  moved_at: Date | null;
  created_by: string;
  created_at: Date;
  updated_at: Date;
  /** Of the first wave, which owns the Teams meeting. */
  join_url: string | null;
  meeting_state: "none" | "pending" | "ready" | "missing";
  /** A new event is not sent before; null once it may be. Until then only leads of its group know of it. */
  held_until: Date | null;
  /** A lead has paused what it still has to send; a cancellation goes out all the same. */
  paused_at: Date | null;
  paused_by_name: string | null;
  /** Versions that a held change had and that never became the event's: leads see `version` and these together. */
  withheld_versions: Generated<number>;
  /** Who decided last what the event should be: object id and name. */
  changed_by: string | null;
  changed_by_name: string | null;
}

/** One Outlook event that shows an event to a part of its attendees. The first owns the Teams meeting. */
export interface WavesTable {
  event_id: string;
  /** From 1. */
  number: number;
  transaction_id: string;
  /** Of what this Outlook event is to say. */
  content_version: Generated<number>;
  /** How often people were added who come by themselves, and how many of those times Outlook has been told of. */
  joins: Generated<number>;
  published_joins: Generated<number>;
  /** The event's version that it shows. */
  published_version: Generated<number>;
  published_schedule_version: Generated<number>;
  schedule_sent_at: Date | null;
  /** The version that the first try to create it carried; null before it. */
  attempted_version: number | null;
  /** Whose calendar a create was sent to that was never answered: it may still take effect. Null: there is none. */
  unclear_account_id: string | null;
  /** When the cancellation was out while there was such a create, and when it is looked for next; null: not (any more). */
  late_looks_from: Date | null;
  late_look_at: Date | null;
  publish_failed: Generated<boolean>;
  /** When that was, and how often it had been tried. */
  publish_failed_at: Date | null;
  publish_tries: Generated<number>;
  publish_problem: string | null;
  next_try_at: Date | null;
  graph_event_id: string | null;
  /** When the last read of it at Outlook began. */
  read_at: Date | null;
  /** What it said when it got our content; null: not known. */
  outlook_shown: ColumnType<OutlookShown | null, string | null, string | null>;
  /** Outlook's time of our last change; what was read before it is out of date. */
  outlook_modified_at: Date | null;
  /** What somebody changed in Outlook by hand, until a lead decides. */
  outlook_change: ColumnType<
    OutlookChange | null,
    string | null,
    string | null
  >;
  /** How often it was sent anew after it was deleted in Outlook. */
  resends: Generated<number>;
  /** Outlook may have been asked to cancel it: nobody cancels it again without a look. */
  cancel_sent: Generated<boolean>;
}

/** A lead's change or cancellation between the click and its mails: at most one an event. */
export interface HeldChangesTable {
  event_id: string;
  kind: "change" | "cancel";
  /** What leads saw as the event's version when it began to wait. */
  version: number;
  /** The event as it should be; of a cancellation what was held before it, if anything. */
  content: ColumnType<unknown, string | null, string | null>;
  /** Goes out with a cancellation; null for a change. */
  message: string | null;
  held_by: string;
  held_by_name: string;
  held_at: Date;
  due_at: Date;
  /** Why it could not be carried out, in a sentence: then it waits no more, and a lead decides. */
  problem: string | null;
}

/** Groups that host an event together with its own; their members are invited. */
export interface EventGroupsTable {
  event_id: string;
  group_id: string;
  /** Whether its members are invited; false once a lead has stopped inviting. */
  invites: Generated<boolean>;
}

/** What happened to an event. */
export interface EventHistoryTable {
  id: Generated<string>;
  event_id: string;
  happened_at: Date;
  kind: HistoryKind;
  /** The lead whose decision it was, object id and name; null: nobody whom we know. */
  by_id: string | null;
  by_name: string | null;
  changes: ColumnType<StoredHistoryChange[], string, string>;
}

export type HeldChangeRow = Selectable<HeldChangesTable>;
export type EventRow = Selectable<ScheduledEventsTable>;
export type WaveRow = Selectable<WavesTable>;
