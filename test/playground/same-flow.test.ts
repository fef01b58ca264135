import type { EventDetail } from "../../bot/contract/events.ts";
import { parseCard } from "../harness/parse-card.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch } from "../harness/world.ts";
import { openPlaygroundStage } from "./playground-stage.ts";
import { openSimulatorStage } from "./simulator-stage.ts";
import { findButton, team, type Stage } from "./stage.ts";

const going = "BrianJ@contoso.com";
const maybe = "LidiaH@contoso.com";

/** Every card of the flow, in the order in which people get to see them. */
type FlowCards = Record<
  | "posted"
  | "goingAnswer"
  | "maybeAnswer"
  | "updated"
  | "welcome"
  | "upcoming"
  | "tally",
  object
>;

/** One flow: from the app's installation in a team to the tally in the private chat. */
async function play(stage: Stage): Promise<FlowCards> {
  const { world } = stage;
  await world.connectAccount();
  await stage.addAppToTeam();
  const groupId = await world.groupId(team.name, team.lead);
  const lead = world.as(team.lead);
  const created = await lead.send<EventDetail>(
    "POST",
    "/api/events",
    lunch(groupId, { title: "Shared lunch", channelIds: [stage.channelId] }),
  );
  expect(created.status).toBe(201);
  const { id } = created.body;
  const event = await waitFor("the card and the invitations", async () => {
    const now = await lead.event(id);
    const isUp = now.cards?.every(({ state }) => state === "upToDate");
    return now.status === "scheduled" && isUp && now;
  });
  const standing = (text: string) =>
    waitFor(`the card to show “${text}”`, () => {
      const shown = stage.channelCard("Shared lunch");
      return JSON.stringify(shown ?? "").includes(text) && shown;
    });
  const answered = async (count: number) => {
    await waitFor(`${count} cards in the private chat`, () =>
      Promise.resolve(stage.privateCards().length === count),
    );
    return stage.privateCards().at(-1) ?? {};
  };

  const posted = await standing("Join the meeting");
  const goingAnswer = await stage.press({
    person: going,
    shown: posted,
    button: "Going",
  });
  const maybeAnswer = await stage.press({
    person: maybe,
    shown: posted,
    button: "Maybe",
  });
  const updated = await standing("1 going · 1 maybe");
  await stage.installPersonally();
  const welcome = await answered(1);
  await stage.ask("upcoming events");
  const upcoming = await answered(2);
  await stage.ask("tally");
  const tally = await answered(3);
  return named(
    {
      posted: posted.card,
      goingAnswer,
      maybeAnswer,
      updated: updated.card,
      welcome,
      upcoming,
      tally,
    },
    [
      [event.id, "the event"],
      [joinAddress(posted.card), "the meeting"],
      [world.simulator.pagesUrl, "the simulator"],
    ],
  );
}

function joinAddress(card: object): string {
  return String(findButton(card, "Join the meeting").url);
}

/** The cards with names in place of what is made up anew for each world. */
function named(cards: FlowCards, names: [string, string][]): FlowCards {
  const text = names.reduce(
    (replaced, [made, name]) => replaced.replaceAll(made, name),
    // A fingerprint of who answered, by the ids of their rows.
    JSON.stringify(cards).replace(/"mark":"[0-9a-f]+"/g, '"mark":"m"'),
  );
  // Only strings within it were changed.
  return JSON.parse(text) as FlowCards;
}

describe("one flow in the Agents Playground and in the simulator", () => {
  let stages: Stage[] = [];
  let inPlayground: FlowCards;
  let inSimulator: FlowCards;
  beforeAll(async () => {
    const playground = await openPlaygroundStage();
    stages = [playground];
    const simulator = await openSimulatorStage();
    stages.push(simulator);
    [inPlayground, inSimulator] = await Promise.all([
      play(playground),
      play(simulator),
    ]);
  }, 120_000);
  afterAll(async () => {
    for (const stage of stages) await stage.close();
  });

  it("shows the same cards", () => {
    expect(inPlayground).toEqual(inSimulator);
  });

  it("shows cards that the official parser finds no fault with", () => {
    for (const cards of [inPlayground, inSimulator])
      for (const [name, card] of Object.entries(cards))
        expect({ name, ...parseCard(card) }).toMatchObject({
          name,
          warnings: [],
        });
  });

  it.each([
    ["the Agents Playground", () => inPlayground],
    ["the simulator", () => inSimulator],
  ])("counts the answers in %s", (_name, cards) => {
    const texts = (card: object) => parseCard(card).texts;
    const { posted, goingAnswer, maybeAnswer, updated, tally } = cards();
    const sentence = (accepted: number, tentative: number) =>
      `${accepted} going · ${tentative} maybe · 0 can’t go · ${6 - accepted - tentative} of 6 not answered`;
    expect(texts(posted)).toContain(sentence(0, 0));
    expect(texts(goingAnswer)).toEqual(
      expect.arrayContaining([sentence(1, 0), "Your answer: going."]),
    );
    expect(texts(maybeAnswer)).toEqual(
      expect.arrayContaining([sentence(1, 1), "Your answer: maybe."]),
    );
    expect(texts(updated)).toContain(sentence(1, 1));
    expect(texts(tally)).toContain(sentence(1, 1));
  });

  it("lists the event and greets in the private chat", () => {
    expect(parseCard(inPlayground.upcoming).texts.join("\n")).toContain(
      "Shared lunch",
    );
    expect(parseCard(inPlayground.welcome).texts.join("\n")).toContain(
      "Welcome to ERG Events",
    );
  });
});
