import { anyShape, call } from "./call.ts";
import type { Channel } from "./shapes.ts";

const segment = encodeURIComponent;

const channelPath = (teamId: string, channelId: string) =>
  `/teams/${segment(teamId)}/channels/${segment(channelId)}`;

/** What owners do with their teams in Teams, and everybody with the personal app. */
export const administration = {
  changeTeam: (
    teamId: string,
    change: { name?: string; isArchived?: boolean },
    ownerId: string,
  ) =>
    call({
      path: `/teams/${segment(teamId)}`,
      method: "PATCH",
      body: { ...change, by: ownerId },
      shape: anyShape,
    }),

  addChannel: (
    teamId: string,
    channel: Pick<Channel, "name" | "membershipType">,
    ownerId: string,
  ) =>
    call({
      path: `/teams/${segment(teamId)}/channels`,
      method: "POST",
      body: { ...channel, by: ownerId },
      shape: anyShape,
    }),

  renameChannel: (teamId: string, channelId: string, name: string) =>
    call({
      path: channelPath(teamId, channelId),
      method: "PATCH",
      body: { name },
      shape: anyShape,
    }),

  deleteChannel: (teamId: string, channelId: string) =>
    call({
      path: channelPath(teamId, channelId),
      method: "DELETE",
      shape: anyShape,
    }),

  restoreChannel: (teamId: string, channelId: string) =>
    call({
      path: `${channelPath(teamId, channelId)}/restore`,
      method: "POST",
      shape: anyShape,
    }),

  addAppToChannel: (teamId: string, channelId: string, personId: string) =>
    call({
      path: `${channelPath(teamId, channelId)}/app`,
      method: "POST",
      body: { personId },
      shape: anyShape,
    }),

  removeAppFromChannel: (teamId: string, channelId: string, personId: string) =>
    call({
      path: `${channelPath(teamId, channelId)}/app`,
      method: "DELETE",
      body: { personId },
      shape: anyShape,
    }),

  installPersonally: (personId: string) =>
    call({
      path: `/people/${segment(personId)}/app`,
      method: "POST",
      shape: anyShape,
    }),

  uninstallPersonally: (personId: string) =>
    call({
      path: `/people/${segment(personId)}/app`,
      method: "DELETE",
      shape: anyShape,
    }),

  blockBot: (personId: string, blocked: boolean) =>
    call({
      path: `/people/${segment(personId)}/blocks-bot`,
      method: "PUT",
      body: { blocked },
      shape: anyShape,
    }),
};
