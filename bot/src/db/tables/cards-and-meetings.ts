import type { Generated, Selectable } from "kysely";

export interface EventCardsTable {
  event_id: string;
  channel_id: string;
  /** As it was when the channel was chosen: it outlives the channel. */
  channel_name: string;
  /** False once the lead took the channel away: the message goes, then the row. */
  wanted: Generated<boolean>;
  /** The message that carries the card; null until its post was confirmed. */
  activity_id: string | null;
  /** How often it was posted: more than once, and copies may stand whose answer was lost. */
  posts: Generated<number>;
  /** Of the card that the message shows; null when that is not known. */
  shown_hash: string | null;
  /** The card of a cancelled or ended event is shown; it changes no more. */
  is_final: Generated<boolean>;
  /** The turn in the channel's queue that this card has reserved. */
  turn_at: Date | null;
  problem: CardProblem | null;
  /** When Teams refused it, and how often it had been tried. */
  failed_at: Date | null;
  failed_tries: Generated<number>;
}

/** `delayed`: Teams did not answer, the next try starts by itself. The others are the contract's card states. */
export type CardProblem =
  | "delayed"
  | "messageDeleted"
  | "appRemoved"
  | "channelDeleted"
  | "channelArchived"
  | "botBlocked"
  | "failed";

/** The Teams meeting of an event, as it was set up last. */
export interface EventMeetingsTable {
  event_id: string;
  /** The link under which it was looked up; another one is another meeting. */
  join_url: string;
  /** Teams' own id; null until it was looked up. */
  online_meeting_id: string | null;
  /** Object ids of the leads whom Teams confirmed as co-organizers; null before the first time. */
  coorganizers: string[] | null;
  /** Object ids of everybody to whom we may have given the role. */
  given_to: Generated<string[]>;
  lobby: "organizationExcludingGuests" | "invited" | null;
  chat: "enabled" | "disabled" | null;
  problem: MeetingProblem | null;
  next_try_at: Date | null;
}

/**
 * Why a meeting is not set up.
 *
 * - `delayed`: Teams did not answer, the next try starts by itself
 * - `notPermitted`: the service account may not change its meetings
 * - `notFound`: Teams does not find the meeting by its link
 * - `leadsRefused`: lobby and chat are set, Teams does not take the co-organizers
 * - `refused`: Teams does not take the change
 */
export type MeetingProblem =
  "delayed" | "notPermitted" | "notFound" | "leadsRefused" | "refused";

/** When the next message may go to a conversation, over all replicas. */
export interface ConversationPacesTable {
  conversation_id: string;
  free_at: Date;
}

export type EventCardRow = Selectable<EventCardsTable>;
export type EventMeetingRow = Selectable<EventMeetingsTable>;
