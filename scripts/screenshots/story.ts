import type { NewEvent } from "../../bot/contract/event-content.ts";
import type { EventDetail } from "../../bot/contract/events.ts";
import type { GivenAnswer } from "../../bot/contract/answer.ts";
import type { TestChannel } from "../../test/harness/channel.ts";
import { waitFor } from "../../test/harness/wait-for.ts";
import { people, type World } from "../../test/harness/world.ts";

/** A member who leads no group. */
export const member = "AdeleV@contoso.com";
/** A member who answers on the card, and talks with the bot. */
export const onCard = "EmilyB@contoso.com";
/** Belongs to no group, and may join what is open. */
export const outsider = "NestorW@contoso.com";
const parentsLead = "AlexW@contoso.com";

/** The events that the pictures show, by what happens to them. */
export interface Story {
  /** The channel with all cards. */
  channel: TestChannel;
  answered: EventDetail;
  moved: EventDetail;
  cancelled: EventDetail;
  withoutLink: EventDetail;
}

/** Schedules an event and waits until its status is the one wanted, and its cards stand. */
export async function schedule(
  world: World,
  wanted: Partial<NewEvent> & Pick<NewEvent, "groupId" | "title">,
  options: {
    lead?: string;
    until?: EventDetail["status"];
  } = {},
): Promise<EventDetail> {
  const lead = world.as(options.lead ?? people.lead);
  const created = await lead.send<EventDetail>("POST", "/api/events", {
    description: "",
    start: onDay(8, "12:00"),
    end: onDay(8, "13:00"),
    timeZone: "Europe/London",
    isOnline: true,
    location: "",
    audience: { group: true, addresses: [] },
    open: false,
    channelIds: [],
    ...wanted,
  });
  if (created.status !== 201)
    throw new Error(`${wanted.title}: ${JSON.stringify(created.body)}`);
  return waitFor(`“${wanted.title}” in Outlook`, async () => {
    const event = await lead.event(created.body.id);
    const until = options.until ?? "scheduled";
    const areUp =
      until !== "scheduled" ||
      event.cards?.every(({ state }) => state === "upToDate");
    return event.status === until && areUp && event;
  });
}

/** A wall-clock time some days from now. */
export function onDay(days: number, time: string): string {
  const day = new Date(Date.now() + days * 86_400_000);
  return `${day.toISOString().slice(0, 10)}T${time}`;
}

/** What happens after the account is connected; `lunch` was scheduled before, with a card in `channel`. */
export async function playStory(
  world: World,
  channel: TestChannel,
  lunch: EventDetail,
): Promise<Story> {
  const women = lunch.group.id;
  const withCard = { channelIds: [channel.id] };
  const parents = await world.groupId("Parents and Caregivers", parentsLead);
  await schedule(
    world,
    {
      groupId: parents,
      title: "Back from leave: the first weeks",
      start: onDay(5, "15:00"),
      end: onDay(5, "16:00"),
    },
    { lead: parentsLead },
  );
  // Before the others: the next event with a link shows that the account has its licence again.
  world.simulator.changeSettings({ serviceAccountTeamsLicense: false });
  const withoutLink = await schedule(world, {
    groupId: women,
    title: "Book club",
    start: onDay(29, "18:00"),
    end: onDay(29, "19:00"),
    audience: { group: false, addresses: [member, "guest@fabrikam.com"] },
  });
  world.simulator.changeSettings({ serviceAccountTeamsLicense: true });
  const moved = await schedule(world, {
    groupId: women,
    title: "Mentoring circle: kick-off",
    start: onDay(15, "16:00"),
    end: onDay(15, "17:30"),
    timeZone: "America/New_York",
    location: "Building 2, room 12",
    open: true,
    ...withCard,
  });
  await changePlace(world, moved.id, "Building 2, room 14");
  const cancelled = await schedule(world, {
    groupId: women,
    title: "Volunteering at the food bank",
    start: onDay(22, "09:00"),
    end: onDay(22, "12:00"),
    isOnline: false,
    location: "Contoso Food Bank",
    ...withCard,
  });
  await cancel(world, cancelled.id, "The food bank is closed that day.");
  world.simulator.addTab({
    team: channel.id,
    channel: channel.id,
    person: people.lead,
    name: "Events",
    entityId: "events-of-women",
    contentUrl: `${world.product().url}/?group=${women}`,
  });
  await answerLunch(world, lunch, channel);
  await chat(world, lunch);
  return { channel, answered: lunch, moved, cancelled, withoutLink };
}

/** A change for the event's history. */
async function changePlace(
  world: World,
  eventId: string,
  location: string,
): Promise<void> {
  const lead = world.as(people.lead);
  const event = await lead.event(eventId);
  const { status, body } = await lead.send(
    "PUT",
    `/api/events/${eventId}`,
    {
      title: event.title,
      description: event.description,
      start: event.start,
      end: event.end,
      timeZone: event.timeZone,
      isOnline: event.isOnline,
      location,
      audience: { group: true, addresses: [] },
      open: event.open,
      channelIds: event.cards?.map(({ channelId }) => channelId) ?? [],
    },
    { "If-Match": `"${event.version}"` },
  );
  if (status !== 200) throw new Error(JSON.stringify(body));
  await waitFor("the change in Outlook", async () => {
    const { status: now } = await lead.event(eventId);
    return now === "scheduled";
  });
}

/** Some answer in Outlook, some in the tab, some on the card, among them those whose pages are shown. */
async function answerLunch(
  world: World,
  lunch: EventDetail,
  channel: TestChannel,
): Promise<void> {
  const inOutlook = {
    "LidiaH@contoso.com": "accepted",
    "LynneR@contoso.com": "accepted",
    "JohannaL@contoso.com": "accepted",
    "MiriamG@contoso.com": "tentativelyAccepted",
    "PattiF@contoso.com": "declined",
  } as const;
  for (const [person, response] of Object.entries(inOutlook))
    world.simulator.respond({ person, subject: lunch.title, response });
  const inTab: Record<string, GivenAnswer> = {
    [member]: "accepted",
    "DebraB@contoso.com": "tentative",
  };
  for (const [person, answer] of Object.entries(inTab))
    await world
      .as(person)
      .send("PUT", `/api/events/${lunch.id}/response`, { answer });
  await channel.press(onCard, lunch.title, "Going");
  await waitFor("the answers", async () => {
    const { tally } = await world.as(people.lead).event(lunch.id);
    return tally.total - tally.none === 8;
  });
  await channel.shows(lunch.title, "4 of 12 not answered");
}

/** Somebody adds the app for themselves and asks the bot this and that. */
async function chat({ simulator }: World, lunch: EventDetail): Promise<void> {
  const seat = { person: onCard, conversation: { personal: onCard } };
  const shows = (text: string) =>
    waitFor(`“${text}” in the chat`, () => {
      const newest = simulator.messages(seat).at(-1);
      return JSON.stringify(newest?.cards ?? []).includes(text);
    });
  simulator.installPersonally(onCard);
  await shows("Welcome to ERG Events");
  simulator.say({ ...seat, text: "tally lunch" });
  await shows(lunch.title);
  simulator.say({ ...seat, text: "my answers" });
  await shows("You are going.");
}

async function cancel(
  world: World,
  eventId: string,
  message: string,
): Promise<void> {
  const lead = world.as(people.lead);
  const { version } = await lead.event(eventId);
  await lead.send(
    "POST",
    `/api/events/${eventId}/cancel`,
    { message },
    { "If-Match": `"${version}"` },
  );
  await waitFor(
    "the cancellation",
    async () => (await lead.event(eventId)).status === "cancelled",
  );
}
