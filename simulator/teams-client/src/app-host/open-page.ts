import type { World } from "../api/shapes.ts";
import { useWorld } from "../api/world.tsx";
import { useAddress, type QueryChange } from "../shell/use-address.ts";
import type { PageWanted } from "./answer-request.ts";
import { readLink, type LinkTarget } from "./deep-link.ts";
import type { TabPlace } from "./host-context.ts";

/** The shell's path of a place where the app can be. */
export function pathOf(place: TabPlace): string {
  return place.kind === "personal"
    ? "/app"
    : `/teams/${place.team.id}/${place.channel.id}`;
}

/** What the address needs beside the path, to show the app there. */
export function queryOf(
  place: TabPlace,
  subPageId: string | undefined,
): QueryChange {
  return {
    tab: place.kind === "channel" ? place.tabId : null,
    subPageId: subPageId ?? null,
  };
}

/** Where in the shell a deep link to this app leads. */
export function placeOfLink(
  world: World,
  target: Extract<LinkTarget, { kind: "thisApp" }>,
): { path: string; query: QueryChange } {
  const linked = channelPlace(world, target);
  return {
    path: linked ? pathOf(linked) : `/app/${target.entityId}`,
    query: queryOf(
      linked ?? { kind: "personal" },
      target.subPageId ?? undefined,
    ),
  };
}

/** How an app moves through the shell: to its own pages, and to any link. */
export function useOpenPage(place: TabPlace) {
  const world = useWorld();
  const { hrefFor, go } = useAddress();

  const openPage = ({ pageId, subPageId }: PageWanted) => {
    const isOther = place.kind === "personal" && pageId !== undefined;
    const path = isOther ? `/app/${pageId}` : pathOf(place);
    go(hrefFor(path, queryOf(place, subPageId)));
  };

  const openLink = (link: string): boolean => {
    const target = readLink(link, world.app.appId);
    if (target.kind === "refused") return false;
    if (target.kind === "outside") {
      window.open(target.url, "_blank", "noopener");
      return true;
    }
    const { path, query } = placeOfLink(world, target);
    go(hrefFor(path, query));
    return true;
  };

  return { openPage, openLink };
}

/** Teams: Deep link to a tab: of a channel, by the `entityId` with which the tab was set up. */
function channelPlace(
  { teams }: World,
  { channelId, entityId }: { channelId: string | null; entityId: string },
): TabPlace | undefined {
  for (const team of teams) {
    const channel = team.channels.find(({ id }) => id === channelId);
    const tab = channel?.tabs?.find((one) => one.entityId === entityId);
    if (channel)
      return { kind: "channel", team, channel, tabId: tab?.id ?? null };
  }
  return undefined;
}
