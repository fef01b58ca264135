import type { ColumnType, Generated, Selectable } from "kysely";
import type { Answer } from "../../../contract/answer.ts";

/** How many people were invited because they joined a group; those of about an hour share a row. */
export interface LateInvitationsTable {
  id: Generated<string>;
  event_id: string;
  group_id: string;
  people: number;
  first_at: Date;
  last_at: Date;
}

export interface AttendeesTable {
  id: string;
  event_id: string;
  /** Which of the event's Outlook events invites them. */
  wave: Generated<number>;
  address: string;
  display_name: string;
  object_id: string | null;
  /**
   * `outlook`: somebody whom Outlook added (a forwarded invitation, a member of a list);
   * `joined`: somebody who answered an open event without being invited.
   */
  source: "audience" | "outlook" | "joined";
  /**
   * Whether Outlook's copy names the person. `unseen`: no read has found them yet; `removed`: somebody took
   * them off in Outlook by hand; `leftOut`: and a lead has agreed, so the group's roster does not bring them back.
   */
  outlook_state: Generated<"unseen" | "listed" | "removed" | "leftOut">;
  wanted: Generated<boolean>;
  invited_at: Date | null;
  answer: Generated<Answer>;
  answered_at: Date | null;
  answered_in: "outlook" | "tab" | "card" | null;
  /** About how many people a mailing list reaches, as a lead said; null: a person, as far as is known. */
  list_size: Generated<number | null>;
}

export interface AnswersTable {
  id: Generated<string>;
  attendee_id: string;
  answer: Exclude<Answer, "none">;
  answered_at: Date;
  answered_in: string;
  schedule_version: number;
  recorded_at: Date;
  /** What counted before it; null: not known, because Outlook told of it, or it is older than the column. */
  stood_before: ColumnType<StoodBefore | null, string | null, string | null>;
  /** When the person took it back; null: they did not. */
  taken_back_at: Date | null;
}

/** An answer that counted, as JSON. */
export type StoodBefore =
  | { answer: "none" }
  | {
      answer: Exclude<Answer, "none">;
      answeredAt: string;
      answeredIn: "outlook" | "tab" | "card";
    };

export type AttendeeRow = Selectable<AttendeesTable>;
