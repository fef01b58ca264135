import { randomUUID } from "node:crypto";
import type {
  EventChange,
  NewEvent,
} from "../../bot/contract/event-content.ts";
import type { MailPreview } from "../../bot/contract/mail-preview.ts";
import type { OutlookChoice } from "../../bot/contract/outlook-change.ts";
import type { ApiAnswer, EventOfLead } from "./api.ts";
import { untilIdle } from "./idle.ts";
import { waitFor } from "./wait-for.ts";
import { lunch, people, type World } from "./world.ts";

type Edit = Parameters<World["simulator"]["editByHand"]>[1];

/** An event that somebody changes in the service account's own Outlook, and what its lead does about it. */
export interface HandledEvent {
  id: string;
  /** As its lead sees it. */
  see(): Promise<EventOfLead>;
  /** Waits until its lead sees that something was changed, deleted or neither. */
  noticed(kind: "edited" | "deleted" | null): Promise<EventOfLead>;
  /** Waits until nothing is under way and Outlook shows everything. */
  settled(): Promise<EventOfLead>;
  editByHand(edit: Edit): void;
  cancelByHand(): void;
  preview(choice: OutlookChoice): Promise<MailPreview>;
  decide(
    choice: string,
    options?: { version?: number; key?: string; person?: string },
  ): Promise<ApiAnswer<EventOfLead>>;
  /** The lead's ordinary change. */
  change(more: Partial<EventChange>): Promise<ApiAnswer<EventOfLead>>;
  /** Kinds of mails by person that came of it so far, newest first; the organizer's own are left out. */
  mails(): Record<string, string[]>;
  /** How Outlook has it, in the organizer's calendar. */
  inOutlook():
    ReturnType<World["simulator"]["mailbox"]>["events"][number] | null;
}

/** Schedules an event for these people and waits until the invitations are out. */
export async function scheduleHandled(
  world: World,
  given: { groupId: string; title: string; addresses: string[] } & Partial<
    Pick<
      NewEvent,
      | "start"
      | "end"
      | "isAllDay"
      | "timeZone"
      | "open"
      | "audience"
      | "channelIds"
    >
  >,
): Promise<HandledEvent> {
  const { groupId, title, addresses, ...more } = given;
  const lead = world.as(people.lead);
  const { simulator } = world;
  const wanted = lunch(groupId, {
    title,
    audience: { group: false, addresses },
    ...more,
  });
  const created = await lead.send<EventOfLead>("POST", "/api/events", wanted);
  if (created.status !== 201)
    throw new Error(`Not scheduled: ${JSON.stringify(created.body)}`);
  const { id } = created.body;
  await waitFor("the invitations", async () => {
    const event = await lead.event(id);
    return event.status === "scheduled";
  });
  // Every copy that this event ever had: a new one when it is sent again.
  const copies = new Set<string>();
  const organized = () => simulator.mailbox(people.organizer).events;
  const first = organized().find(({ subject }) => subject === title);
  if (first) copies.add(first.id);
  const known = new Set(organized().map((event) => event.id));
  const newest = () => {
    for (const event of organized())
      if (!known.has(event.id) && event.subject === title) copies.add(event.id);
    return organized().findLast(
      (event) => copies.has(event.id) && !event.isCancelled,
    );
  };
  const ofOrganizer = () => ({
    organizer: people.organizer,
    eventId: newest()?.id ?? "",
  });
  const see = () => lead.event(id);

  return {
    id,
    see,
    noticed: (kind) =>
      waitFor(`${kind ?? "nothing"} to be noticed`, async () => {
        const event = await see();
        return (event.outlookChange?.kind ?? null) === kind && event;
      }),
    async settled() {
      await untilIdle(world);
      return see();
    },
    editByHand: (edit) => simulator.editByHand(ofOrganizer(), edit),
    cancelByHand: () => simulator.cancelByHand(ofOrganizer()),
    async preview(choice) {
      const path = `/api/events/${id}/outlook-change/preview`;
      const answer = await lead.send<MailPreview>("POST", path, { choice });
      expect(answer.status).toBe(200);
      return answer.body;
    },
    async decide(choice, options = {}) {
      const { person = people.lead, key = randomUUID() } = options;
      const version = options.version ?? (await see()).version;
      return world
        .as(person)
        .send<EventOfLead>(
          "POST",
          `/api/events/${id}/outlook-change`,
          { choice },
          { "If-Match": `"${version}"`, "Idempotency-Key": key },
        );
    },
    async change(changes) {
      const event = await see();
      const { description, start, end, timeZone, isOnline, location } = event;
      return lead.send<EventOfLead>(
        "PUT",
        `/api/events/${id}`,
        {
          title: event.title,
          description,
          start,
          end,
          isAllDay: event.isAllDay,
          timeZone,
          isOnline,
          location,
          audience: event.audience,
          open: event.open,
          channelIds: event.cards?.map(({ channelId }) => channelId) ?? [],
          ...changes,
        },
        { "If-Match": `"${event.version}"` },
      );
    },
    mails() {
      newest();
      const everybody = simulator.world.people.map(({ mail }) => mail);
      return Object.fromEntries(
        everybody
          .filter((address) => address !== people.organizer)
          .map((address) => [
            address,
            simulator
              .mailbox(address)
              .mails.filter(({ eventId }) => copies.has(eventId ?? ""))
              .map(({ kind }) => kind),
          ])
          .filter(([, kinds = []]) => kinds.length > 0),
      ) as Record<string, string[]>;
    },
    inOutlook: () => newest() ?? null,
  };
}
