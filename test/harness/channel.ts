import type { NewEvent } from "../../bot/contract/event-content.ts";
import type { EventDetail } from "../../bot/contract/events.ts";
import type { Simulator } from "../../simulator/start-simulator.ts";
import { waitFor } from "./wait-for.ts";
import { lunch, people, type World } from "./world.ts";

type Message = ReturnType<Simulator["messages"]>[number];
type CardAnswer = Awaited<ReturnType<Simulator["execute"]>>;

/** The General channel of a team whose group is led by `people.lead`, as tests of its cards use it. */
export interface TestChannel {
  id: string;
  groupId: string;
  /** The messages that stand with the card of the event of this title. */
  cardsOf(title: string, channelId?: string): Message[];
  /** The only one of them. */
  cardOf(title: string): Message;
  /** Waits until the card of that title shows this text. */
  shows(title: string, text: string): Promise<unknown>;
  /** Schedules an event with a card here, and waits until card and invitations are out. */
  schedule(title: string, more?: Partial<NewEvent>): Promise<EventDetail>;
  press(person: string, title: string, button: string): Promise<CardAnswer>;
}

export async function openChannel(
  world: World,
  team = "Women at Contoso",
): Promise<TestChannel> {
  const groupId = await world.groupId(team, people.lead);
  const found = world.simulator.world.teams.find(({ name }) => name === team);
  if (!found) throw new Error(`There is no team ${team}.`);
  const { id } = found;
  const lead = world.as(people.lead);

  const channel: TestChannel = {
    id,
    groupId,
    cardsOf: (title, channelId = id) =>
      world.simulator
        .messages({ conversation: channelId })
        .filter(
          ({ isDeleted, cards }) =>
            !isDeleted && JSON.stringify(cards).includes(title),
        ),
    cardOf(title) {
      const [message, ...more] = channel.cardsOf(title);
      if (!message || more.length > 0)
        throw new Error(
          `There are ${message ? more.length + 1 : 0} cards of ${title}.`,
        );
      return message;
    },
    shows: (title, text) =>
      waitFor(`the card to show “${text}”`, () =>
        Promise.resolve(JSON.stringify(channel.cardsOf(title)).includes(text)),
      ),
    async schedule(title, more = {}) {
      const created = await lead.send<EventDetail>(
        "POST",
        "/api/events",
        lunch(groupId, { title, channelIds: [id], ...more }),
      );
      if (created.status !== 201)
        throw new Error(`Not scheduled: ${JSON.stringify(created.body)}`);
      return waitFor("card and invitations", async () => {
        const event = await lead.event(created.body.id);
        const areUp = event.cards?.every(({ state }) => state === "upToDate");
        return event.status === "scheduled" && areUp && event;
      });
    },
    press: (person, title, button) =>
      world.simulator.execute({
        conversation: id,
        person,
        messageId: channel.cardOf(title).id,
        title: button,
      }),
  };
  return channel;
}
