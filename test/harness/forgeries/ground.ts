import type { EventDetail } from "../../../bot/contract/events.ts";
import type { Simulator } from "../../../simulator/start-simulator.ts";
import { openChannel, type TestChannel } from "../channel.ts";
import { untilIdle } from "../idle.ts";
import { waitFor } from "../wait-for.ts";
import { lunch, openWorld, people, type World } from "../world.ts";

type Activity = Record<string, unknown>;

/** One delivery to the bot's address. */
export interface Delivery {
  activity?: Activity;
  /** How the token of the Bot Framework is bent. */
  claims?: NonNullable<Parameters<Simulator["sendActivity"]>[1]>["claims"];
  /** Another token; null: none. */
  token?: string | null;
  /** Something that is no JSON document, or comes in another way, in place of `activity`. */
  raw?: {
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: string;
  };
}

export interface Reply {
  status: number;
  body: unknown;
}

/** Who takes part, and what there is to be reached by forging. */
export interface Ground {
  world: World;
  channel: TestChannel;
  /** Invited to `closed`, as the only one. */
  member: string;
  /** In the same team, and not invited. */
  other: string;
  /** An event for `member` alone, with a card in `channel`. */
  closed: EventDetail;
  /** An event of everybody in the team that was moved once, with a card in `channel`. */
  moved: EventDetail;
  /** An event of a confidential group in which neither of the two is. */
  confidential: EventDetail;
  /** The messages of their cards. */
  cards: { closed: string; moved: string };
  /** `member` presses “Going” on the card of `closed`: what Teams would truly send. */
  press: (person?: string) => Activity;
  /** The same with other data in the button. */
  pressWith: (data: unknown, where?: Where) => Activity;
  /** The same as older clients send it: a message that carries the button's data. */
  submit: (data: unknown, where?: Where) => Activity;
  deliver: (delivery: Delivery) => Promise<Reply>;
  close: () => Promise<void>;
}

/** By `member`, on the card of `closed`, if nothing else is said. */
interface Where {
  person?: string | undefined;
  messageId?: string;
}

const confidentialLead = "LeeG@contoso.com";
const member = "AdeleV@contoso.com";
const other = "DiegoS@contoso.com";

export async function openGround(): Promise<Ground> {
  const world = await openWorld();
  await world.connectAccount();
  const channel = await openChannel(world);
  const closed = await channel.schedule("Closed lunch", {
    audience: { group: false, addresses: [member] },
  });
  const moved = await scheduleAndMove(world, channel);
  const cards = {
    closed: channel.cardOf("Closed lunch").id,
    moved: channel.cardOf("Moved lunch").id,
  };
  const onCard = ({ person = member, messageId = cards.closed }: Where) =>
    changed(
      world.simulator.activityFrom({ conversation: channel.id, person }),
      {
        replyToId: messageId,
        "conversation.id": `${channel.id};messageid=${messageId}`,
      },
    );
  const ground: Ground = {
    world,
    channel,
    member,
    other,
    closed,
    moved,
    confidential: await scheduleInConfidence(world),
    cards,
    press: (person) => ground.pressWith(goingTo(closed), { person }),
    pressWith: (data, where = {}) => ({
      ...onCard(where),
      type: "invoke",
      name: "adaptiveCard/action",
      value: {
        action: { type: "Action.Execute", verb: "event.answer", data },
        trigger: "manual",
      },
    }),
    submit: (data, where = {}) => ({
      ...onCard(where),
      type: "message",
      value: data,
    }),
    deliver: (delivery) => deliver(world, delivery),
    close: () => world.close(),
  };
  await untilIdle(world);
  return ground;
}

/** What the button “Going” of an event's card carries. */
export function goingTo(event: EventDetail): Activity {
  return {
    verb: "event.answer",
    eventId: event.id,
    answer: "accepted",
    scheduleVersion: 1,
  };
}

/**
 * A copy with other values, named by their paths (`channelData.tenant.id`); undefined takes a field out.
 */
export function changed(
  activity: Activity,
  changes: Record<string, unknown>,
): Activity {
  const copy = structuredClone(activity);
  for (const [path, value] of Object.entries(changes)) {
    const names = path.split(".");
    const last = names.pop() ?? "";
    let place = copy;
    for (const name of names) place = place[name] as Activity;
    if (value === undefined) delete place[last];
    else place[last] = value;
  }
  return copy;
}

async function scheduleAndMove(
  world: World,
  channel: TestChannel,
): Promise<EventDetail> {
  const event = await channel.schedule("Moved lunch");
  const { groupId: _group, ...change } = lunch(channel.groupId, {
    title: "Moved lunch",
    channelIds: [channel.id],
    start: "2031-12-03T12:00",
    end: "2031-12-03T13:00",
  });
  await world.as(people.lead).send("PUT", `/api/events/${event.id}`, change, {
    "If-Match": `"${event.version}"`,
  });
  await channel.shows("Moved lunch", "2031-12-03T12:00:00Z");
  return event;
}

async function scheduleInConfidence(world: World): Promise<EventDetail> {
  const lead = world.as(confidentialLead);
  const groupId = await world.groupId("Pride Network", confidentialLead);
  await lead.send("PUT", `/api/groups/${groupId}`, { confidential: true });
  const created = await lead.send<EventDetail>(
    "POST",
    "/api/events",
    lunch(groupId, { title: "Confidential lunch", open: true }),
  );
  return waitFor("the confidential event", async () => {
    const event = await lead.event(created.body.id);
    return event.status === "scheduled" && event;
  });
}

async function deliver(world: World, delivery: Delivery): Promise<Reply> {
  const { activity, claims, token, raw } = delivery;
  const genuine = await world.simulator.activityToken();
  if (activity && !raw)
    return world.simulator.sendActivity(activity, {
      ...(token !== undefined && { token }),
      ...(claims && { claims }),
    });
  const response = await fetch(
    `${world.product().url}${raw?.path ?? "/api/messages"}`,
    {
      method: raw?.method ?? "POST",
      headers: {
        "Content-Type": "application/json",
        ...(token !== null && { Authorization: `Bearer ${token ?? genuine}` }),
        ...raw?.headers,
      },
      ...(raw?.method !== "GET" && {
        body: raw?.body ?? JSON.stringify(activity),
      }),
    },
  );
  const text = await response.text();
  return { status: response.status, body: parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
