import type { Actor } from "../access/actor.ts";
import type { EventSummary } from "../../contract/event-list.ts";
import type { AdaptiveCard } from "../cards/render/adaptive-card.ts";
import { tabLink } from "../cards/render/card-links.ts";
import {
  eventListCard,
  maxListedEvents,
} from "../cards/render/event-list-card.ts";
import { listEvents } from "../events/listing/list-events.ts";
import type { TurnDeps } from "./turn-deps.ts";

/** The group whose channel is asked in. */
export interface ChannelGroup {
  id: string;
  name: string;
  confidential: boolean;
  /** The channel is shared with people outside the team. */
  hasOutsiders: boolean;
}

/** The next events: of one group where its members read along, else of everything that concerns the actor. */
export async function listUpcoming(
  deps: TurnDeps,
  given: { actor: Actor; group: ChannelGroup | null },
): Promise<AdaptiveCard> {
  const { group } = given;
  return eventListCard({
    title:
      group === null ? "Your upcoming events" : "Upcoming events of this group",
    events: await findUpcoming(deps, given, () => true, maxListedEvents + 1),
    none: "Nothing is scheduled at the moment.",
    show: group === null ? "answers" : "tallies",
    canOpen: group === null,
    allEvents: tabLink(deps.linkBases, ""),
  });
}

export async function listMyAnswers(
  deps: TurnDeps,
  actor: Actor,
): Promise<AdaptiveCard> {
  return eventListCard({
    title: "Your answers",
    events: await findUpcoming(
      deps,
      { actor, group: null },
      ({ myAnswer }) => myAnswer !== null,
      maxListedEvents + 1,
    ),
    none: "You are not invited to any upcoming event.",
    show: "answers",
    canOpen: true,
    allEvents: tabLink(deps.linkBases, ""),
  });
}

/** Most pages that one question may lead through. */
const mostPages = 8;

/** The next events, soonest first, that are not cancelled and fit. */
export async function findUpcoming(
  deps: TurnDeps,
  given: { actor: Actor; group: ChannelGroup | null },
  fits: (event: EventSummary) => boolean,
  limit: number,
): Promise<EventSummary[]> {
  const found: EventSummary[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < mostPages && found.length < limit; page += 1) {
    const list = await listEvents(deps, {
      actor: given.actor,
      groupId: given.group?.id ?? null,
      asLead: false,
      when: "upcoming",
      cursor,
    });
    found.push(
      ...list.events.filter(
        (event) =>
          event.status !== "cancelled" &&
          event.status !== "cancelling" &&
          // A shared channel has readers who are in none of its groups.
          !(given.group?.hasOutsiders && event.confidential) &&
          fits(event),
      ),
    );
    cursor = list.nextCursor;
    if (cursor === null) break;
  }
  return found.slice(0, limit);
}
