import { anyShape, call } from "./call.ts";
import type { ChannelTab } from "./shapes.ts";
import { z } from "zod";

const segment = encodeURIComponent;

/** A channel, and who works at its tabs. */
export type TabsOf = { teamId: string; channelId: string; personId: string };

type TabConfig = Pick<ChannelTab, "entityId" | "contentUrl" | "websiteUrl">;

const pathOf = ({ teamId, channelId }: TabsOf, id?: string) =>
  `/teams/${segment(teamId)}/channels/${segment(channelId)}/tabs${id === undefined ? "" : `/${segment(id)}`}`;

const storedShape = z.object({ id: z.string() });

/** What members of a channel do with its tabs. */
export const tabs = {
  add: (of: TabsOf, tab: TabConfig & { name: string }) =>
    call({
      path: pathOf(of),
      method: "POST",
      body: { ...tab, personId: of.personId },
      shape: storedShape,
    }),

  change: (
    of: TabsOf,
    id: string,
    change: { name?: string; config?: TabConfig },
  ) =>
    call({
      path: pathOf(of, id),
      method: "PATCH",
      body: { ...change, personId: of.personId },
      shape: storedShape,
    }),

  remove: (of: TabsOf, id: string) =>
    call({
      path: pathOf(of, id),
      method: "DELETE",
      body: { personId: of.personId },
      shape: anyShape,
    }),
};
