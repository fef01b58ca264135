import type { GroupSummary } from "../../../../bot/contract/groups.ts";

type Shown = Pick<
  GroupSummary,
  "teamId" | "channels" | "confidential" | "defaults"
>;

/** The channels in which its new events get a card, as the form will have it. General has the id of its team. */
export function defaultChannels({
  teamId,
  channels,
  defaults,
}: Shown): string[] {
  const usual = defaults?.channelIds ?? [teamId];
  return channels.map(({ id }) => id).filter((id) => usual.includes(id));
}

/** Whether others may join its new events, as the form will have it. */
export function isUsuallyOpen({ confidential, defaults }: Shown): boolean {
  return defaults?.open ?? !confidential;
}
