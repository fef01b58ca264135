import type {
  EventChange,
  NewEvent,
} from "../../bot/contract/event-content.ts";
import type { EventDetail, Stopped } from "../../bot/contract/events.ts";
import type { Api, ApiAnswer } from "./api.ts";
import { waitFor } from "./wait-for.ts";
import { lunch, people, type World } from "./world.ts";

type EventAnswer = Promise<ApiAnswer<EventDetail>>;

/** What a lead does with events that wait before they are sent. */
export interface HeldEvents {
  schedule(title: string, more?: Partial<NewEvent>): EventAnswer;
  /** Schedules one and waits until its invitations are out. */
  scheduled(title: string, more?: Partial<NewEvent>): Promise<EventDetail>;
  change(
    event: Pick<EventDetail, "id" | "version">,
    wanted: EventChange,
    api?: Api,
  ): EventAnswer;
  cancel(
    event: Pick<EventDetail, "id" | "version">,
    message: string,
    api?: Api,
  ): EventAnswer;
  stop(
    event: Pick<EventDetail, "id" | "version">,
    options?: { api?: Api; key?: string },
  ): Promise<ApiAnswer<Stopped & { code?: string }>>;
  /** Waits until nothing of it is held and Outlook shows it. */
  isOut(id: string): Promise<EventDetail>;
}

export function heldEvents(world: World, groupId: string): HeldEvents {
  const lead = world.as(people.lead);
  const at = ({ version }: { version: number }) => ({
    "If-Match": `"${version}"`,
  });
  const held: HeldEvents = {
    schedule: (title, more) =>
      lead.send("POST", "/api/events", lunch(groupId, { title, ...more })),
    async scheduled(title, more) {
      const { status, body } = await held.schedule(title, more);
      if (status !== 201) throw new Error(JSON.stringify(body));
      return held.isOut(body.id);
    },
    change: (event, wanted, api = lead) =>
      api.send("PUT", `/api/events/${event.id}`, wanted, at(event)),
    cancel: (event, message, api = lead) =>
      api.send(
        "POST",
        `/api/events/${event.id}/cancel`,
        { message },
        at(event),
      ),
    stop: (event, { api = lead, key } = {}) =>
      api.send("POST", `/api/events/${event.id}/stop`, undefined, {
        ...at(event),
        ...(key !== undefined && { "Idempotency-Key": key }),
      }),
    isOut: (id) =>
      waitFor("the hold to end and Outlook to show it", async () => {
        const event = await lead.event(id);
        return (
          event.held === null &&
          ["scheduled", "cancelled"].includes(event.status) &&
          event
        );
      }),
  };
  return held;
}

/** The event as a lead's form sends it, with some fields changed. */
export function changeOf(
  event: EventDetail,
  changes: Partial<EventChange>,
): EventChange {
  const { title, description, start, end, timeZone } = event;
  const { isOnline, location, open } = event;
  return {
    title,
    description,
    start,
    end,
    timeZone,
    isOnline,
    location,
    open,
    audience: event.audience ?? { group: false, addresses: [] },
    channelIds: (event.cards ?? []).map(({ channelId }) => channelId),
    ...changes,
  };
}

/** How many mails of each kind everybody got about the event of this title, by address; who got none is left out. */
export function mailsAbout(
  { simulator }: World,
  title: string,
): Record<string, string[]> {
  const mails: Record<string, string[]> = {};
  for (const { mail: address } of simulator.world.people) {
    const kinds = simulator
      .mailbox(address)
      .mails.filter(({ subject }) => subject.endsWith(title))
      .map(({ kind }) => kind)
      .toReversed();
    if (kinds.length > 0) mails[address] = kinds;
  }
  return mails;
}
