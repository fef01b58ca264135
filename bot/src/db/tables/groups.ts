import type { ColumnType, Generated, Selectable } from "kysely";
import type { GroupRole } from "../../../contract/groups.ts";

export interface PeopleTable {
  id: string;
  object_id: string;
  display_name: string;
  address: string | null;
  user_principal_name: string | null;
  /** The id by which the bot's channel knows the person (`29:…`); null until a roster told it. */
  teams_user_id: string | null;
}

export interface GroupsTable {
  id: string;
  team_id: string;
  directory_group_id: string | null;
  name: string;
  confidential: Generated<boolean>;
  installed: Generated<boolean>;
  /** A botbuilder ConversationReference. */
  conversation_reference: ColumnType<unknown, string, string>;
  /** The team has been greeted; written before the greeting goes out, which so comes at most once. */
  welcomed: Generated<boolean>;
  created_at: Date;
  /** Where its new events get a card; null: in General. Channels in it may be gone. */
  usual_channels: Generated<string[] | null>;
  usually_online: Generated<boolean>;
  /** Null: unless the group is confidential. */
  usually_open: Generated<boolean | null>;
  usually_late_joiners: Generated<boolean>;
}

export interface GroupChannelsTable {
  group_id: string;
  channel_id: string;
  name: string;
  kind: "standard" | "private" | "shared";
}

export interface GroupMembersTable {
  group_id: string;
  person_id: string;
  role: GroupRole;
  in_roster: Generated<boolean>;
  /** True when the role is owner because the person owns the team. */
  owns_team: Generated<boolean>;
}

/** Private chats with the bot: where it can write to a person by itself. */
export interface PersonalChatsTable {
  object_id: string;
  conversation_id: string;
  service_url: string;
  installed: boolean;
}

export type GroupRow = Selectable<GroupsTable>;
