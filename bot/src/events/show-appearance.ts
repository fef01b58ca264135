import type {
  Appearance,
  AppearanceRequest,
} from "../../contract/appearance.ts";
import type { Actor } from "../access/actor.ts";
import type { ReadCardFacts } from "../cards/read-card-facts.ts";
import { eventLinks, type LinkBases } from "../cards/render/card-links.ts";
import { eventCard, type EventCardFacts } from "../cards/render/event-card.ts";
import type { Db } from "../db/database.ts";
import {
  htmlOf,
  richTextOf,
  settleDescription,
} from "../description/settle-description.ts";
import { notFound } from "../errors.ts";
import { renderOwnPart } from "../graph/meeting-body.ts";
import type { HostGroup } from "./event-groups.ts";
import { checkCoHosts } from "./check-co-hosts.ts";
import { findEventToLead } from "./find-event-to-lead.ts";
import { foreseeTally } from "./foresee-tally.ts";
import {
  checkTime,
  findGroupToScheduleFor,
  type EventDeps,
} from "./schedule-event.ts";

/** Stands for the event that does not exist yet; its card is never posted. */
const noEvent = "00000000-0000-4000-8000-000000000000";

type AppearanceDeps = Pick<EventDeps, "db" | "clock" | "organizerAddress"> & {
  readCardFacts: ReadCardFacts;
  linkBases: LinkBases;
};

/**
 * How an event would look: the card as channels would show it, drawn by what draws the real one, and our part of the
 * invitation. Stores and sends nothing.
 * @throws {AppError} when the actor may not schedule or change it, or its times make no event
 */
export async function showAppearance(
  deps: AppearanceDeps,
  { actor, wanted }: { actor: Actor; wanted: AppearanceRequest },
): Promise<Appearance> {
  const stored = await factsBefore(deps, { actor, wanted });
  const time = checkTime(wanted, new Date(0));
  const description = settleDescription({
    description: "",
    descriptionHtml: wanted.descriptionHtml,
  });
  const facts: EventCardFacts = {
    ...stored,
    title: wanted.title.trim() || "(no title yet)",
    description: richTextOf(description),
    location: wanted.location.trim(),
    isOnline: wanted.isOnline,
    joinUrl: wanted.isOnline
      ? (stored.joinUrl ?? deps.linkBases.teamsUrl)
      : null,
    startsAt: time.startsAt,
    endsAt: time.endsAt,
    isAllDay: time.isAllDay,
    timeZone: time.timeZone,
    open: wanted.open,
    groupNames: [
      ...stored.groupNames.slice(0, 1),
      ...(await readKnown(deps.db, { actor, ids: wanted.coHosts })).map(
        ({ name }) => name,
      ),
    ],
    // For whom Teams fetches a copy of their own is nobody's business here.
    refreshFor: [],
  };
  const links = eventLinks(deps.linkBases, {
    id: facts.eventId,
    start: wanted.start,
  });
  const card = eventCard({
    facts,
    links,
    now: deps.clock.now(),
    reader: null,
  });
  const { details } = links;
  return {
    card: { ...card },
    invitationHtml: renderOwnPart(htmlOf(description), {
      joinUrl: null,
      pageUrl: details,
    }),
  };
}

/** What the card shows of the event now; of a new one, what it will begin with. */
async function factsBefore(
  deps: AppearanceDeps,
  { actor, wanted }: { actor: Actor; wanted: AppearanceRequest },
): Promise<
  Omit<EventCardFacts, "startsAt" | "endsAt" | "isAllDay" | "timeZone">
> {
  if (wanted.eventId !== null) {
    await findEventToLead(deps, actor, wanted.eventId, "event.edit");
    const facts = await deps.readCardFacts(wanted.eventId);
    if (!facts) throw notFound("event");
    return facts;
  }
  const { groupId, coHosts } = wanted;
  const group = await findGroupToScheduleFor(deps.db, actor, groupId);
  await checkCoHosts(deps.db, {
    ...{ actor, groupId, before: [] },
    audience: { group: false, coHosts, addresses: [] },
  });
  const further = await readKnown(deps.db, { actor, ids: coHosts });
  return {
    eventId: noEvent,
    groupNames: [group.name],
    title: "",
    description: [],
    location: "",
    isOnline: wanted.isOnline,
    joinUrl: null,
    cancelled: false,
    cancelMessage: null,
    scheduleVersion: 1,
    movedAt: null,
    open: wanted.open,
    tally: await foreseeTally(deps, { wanted, groups: [group, ...further] }),
    answersMark: "",
    refreshFor: [],
  };
}

/** Groups by name, but for those that the actor must not know of. */
async function readKnown(
  db: Db,
  { actor, ids }: { actor: Actor; ids: readonly string[] },
): Promise<HostGroup[]> {
  if (ids.length === 0) return [];
  const groups = await db
    .selectFrom("groups")
    .where("id", "in", ids)
    .select(["id", "name", "confidential", "installed"])
    .orderBy("name")
    .execute();
  return groups.filter(
    ({ id, confidential }) => !confidential || actor.roles.has(id),
  );
}
