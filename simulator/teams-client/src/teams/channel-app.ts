import type { Channel, Team } from "../api/shapes.ts";

/**
 * Teams: Apps for shared and private channels. An app in a team is in all of
 * its standard channels; to a private or shared one it is added by itself.
 */
export function hasAppIn(team: Team, channel: Channel): boolean {
  if (!team.app) return false;
  return channel.membershipType === "standard" || (channel.hasApp ?? true);
}
