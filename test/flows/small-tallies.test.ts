import pg from "pg";
import type { EventDetail } from "../../bot/contract/events.ts";
import { openChannel, type TestChannel } from "../harness/channel.ts";
import { untilIdle } from "../harness/idle.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

const adele = "AdeleV@contoso.com";
const lidia = "LidiaH@contoso.com";
const lynne = "LynneR@contoso.com";
const lee = "LeeG@contoso.com";
const grady = "GradyA@contoso.com";

describe("the answers of few people", () => {
  let world: World;
  let channel: TestChannel;

  beforeAll(async () => {
    world = await openWorld();
    await world.connectAccount();
    channel = await openChannel(world);
  });
  afterAll(() => world.close());

  const answer = (person: string, id: string, given: string) =>
    world
      .as(person)
      .send("PUT", `/api/events/${id}/response`, { answer: given });
  const listed = async (person: string, id: string) =>
    (await world.as(person).events()).events.find((event) => event.id === id)
      ?.tally;
  /** What one person reads of an event: on its page, in the list, and while they look. */
  const told = async (person: string, id: string) => {
    const stream = world.as(person).follow(id);
    const live = await waitFor("the stream", () => stream.latest()?.tally);
    await stream.close();
    return [
      (await world.as(person).event(id)).tally,
      await listed(person, id),
      live,
    ];
  };
  const three = (value: unknown) => [value, value, value];
  const setMinimum = async (smallest: number) => {
    const client = new pg.Client(world.database.connectionString);
    await client.connect();
    await client.query(
      "update organization_settings set smallest_breakdown = $1",
      [smallest],
    );
    await client.end();
  };

  it("are told apart to leads alone, wherever they are told", async () => {
    const title = "Lunch for three";
    const { id } = await channel.schedule(title, {
      audience: { group: false, addresses: [adele, lidia, lynne] },
    });
    await answer(adele, id, "accepted");
    await answer(lidia, id, "declined");
    await channel.shows(title, "2 of 3 answered");
    expect(JSON.stringify(channel.cardOf(title).cards)).not.toMatch(
      /Chart|can’t go ·|going ·/,
    );
    for (const person of [adele, lynne, "EmilyB@contoso.com"])
      expect(await told(person, id)).toEqual(three({ answered: 2, total: 3 }));
    expect(await told(people.lead, id)).toEqual(
      three({ accepted: 1, tentative: 0, declined: 1, none: 1, total: 3 }),
    );
    // Pressing a button tells no more.
    const pressed = JSON.stringify(await channel.press(lynne, title, "Maybe"));
    expect(pressed).toContain("3 of 3 answered");
    expect(pressed).not.toMatch(/\d going/);
  });

  it("are told apart from as many people on as the organization says", async () => {
    const title = "Lunch for two";
    const { id } = await channel.schedule(title, {
      audience: { group: false, addresses: [adele, lidia] },
    });
    await answer(adele, id, "accepted");
    expect(await told(lidia, id)).toEqual(three({ answered: 1, total: 2 }));
    await setMinimum(2);
    const apart = {
      accepted: 1,
      tentative: 0,
      declined: 0,
      none: 1,
      total: 2,
    };
    expect(await told(lidia, id)).toEqual(three(apart));
    await setMinimum(5);
    expect(await told(lidia, id)).toEqual(three({ answered: 1, total: 2 }));
  });

  it("are not told apart in a confidential group before enough have answered", async () => {
    const groupId = await world.groupId("Pride Network", lee);
    await world
      .as(lee)
      .send("PUT", `/api/groups/${groupId}`, { confidential: true });
    const general = world.simulator.world.teams.find(
      ({ name }) => name === "Pride Network",
    )?.id;
    const title = "Quiet lunch";
    const { body } = await world
      .as(lee)
      .send<EventDetail>(
        "POST",
        "/api/events",
        lunch(groupId, { title, channelIds: [general ?? ""] }),
      );
    const { id } = body;
    const cardShows = (text: string) =>
      waitFor(`the card to show ${text}`, () =>
        JSON.stringify(channel.cardsOf(title, general)).includes(text),
      );
    await waitFor("the event", async () => {
      const event = await world.as(lee).event(id);
      return event.status === "scheduled";
    });
    const members = (await world.as(lee).event(id)).attendees ?? [];
    expect(members.length).toBe(8);
    const answering = members.slice(0, 5).map(({ address }) => address);
    for (const address of answering.slice(0, 4))
      await answer(address, id, "accepted");
    expect(await told(grady, id)).toEqual(three({ answered: 4, total: 8 }));
    await cardShows("4 of 8 answered");
    await answer(answering[4] ?? "", id, "declined");
    expect(await told(grady, id)).toEqual(
      three({ accepted: 4, tentative: 0, declined: 1, none: 3, total: 8 }),
    );
    await cardShows("4 going · 0 maybe · 1 can’t go");
    await untilIdle(world);
  });
});
