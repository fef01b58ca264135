import { randomUUID } from "node:crypto";
import type { EventDetail } from "../../bot/contract/events.ts";
import { crashEverywhere } from "../harness/crash-everywhere.ts";
import type { CrashPoint } from "../harness/crash-lane.ts";
import { persist } from "../harness/persist.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, people, type World } from "../harness/world.ts";

const team = "Women at Contoso";
const title = "Lunch and learn";
const member = "AdeleV@contoso.com";
/** In the team, and not invited: joins the open event by a press on the card. */
const newcomer = "DiegoS@contoso.com";

const channelOf = (world: World) => {
  const found = world.simulator.world.teams.find(({ name }) => name === team);
  if (!found) throw new Error("no team");
  return found.id;
};
const cardsOf = (world: World) =>
  world.simulator
    .messages({ conversation: channelOf(world) })
    .filter(
      ({ isDeleted, cards }) =>
        !isDeleted && JSON.stringify(cards).includes(title),
    );
const shown = (world: World, text: string) =>
  waitFor(
    `the card to show “${text}”`,
    () => Promise.resolve(JSON.stringify(cardsOf(world)).includes(text)),
    45_000,
  );

interface End {
  /** Messages with the card before anybody looked at each of them, and after. */
  cards: number;
  cardsAfterLook: number;
  shows: string;
  mails: Record<string, string[]>;
}

/** Card posted, joined by a press on it, cancelled; then somebody looks at every message. */
async function cardFlow(world: World): Promise<End> {
  const { simulator } = world;
  const lead = world.as(people.lead);
  const groupId = await world.groupId(team, people.lead);
  const conversation = channelOf(world);
  const keys = { create: randomUUID(), cancel: randomUUID() };
  const created = await persist(() =>
    lead.send<EventDetail>(
      "POST",
      "/api/events",
      lunch(groupId, {
        title,
        open: true,
        audience: { group: false, addresses: [member] },
        channelIds: [conversation],
      }),
      { "Idempotency-Key": keys.create },
    ),
  );
  await shown(world, "0 of 1 answered");
  await waitFor("an answer to the press", async () => {
    const answer = await simulator.execute({
      conversation,
      person: newcomer,
      messageId: cardsOf(world)[0]?.id ?? "",
      title: "Going",
    });
    return answer.kind === "card";
  });
  await shown(world, "1 of 2 answered");
  const joined = await waitFor(
    "the newcomer's invitation",
    async () => {
      const event = await lead.event(created.body.id);
      return event.attendees?.every(({ invited }) => invited) && event;
    },
    45_000,
  );
  await persist(() =>
    lead.send(
      "POST",
      `/api/events/${joined.id}/cancel`,
      { message: "Sorry." },
      {
        "If-Match": `"${joined.version}"`,
        "Idempotency-Key": keys.cancel,
      },
    ),
  );
  await shown(world, "Cancelled event");
  const cards = cardsOf(world).length;
  for (const { id } of cardsOf(world))
    await simulator.viewMessage({
      conversation,
      person: member,
      messageId: id,
    });
  // The job of a dead process counts as running until its heartbeats are missed, so idleness is no sign.
  const left = await waitFor(
    "the copies to go and Outlook to know",
    async () => {
      const standing = cardsOf(world);
      const { status } = await lead.event(joined.id);
      return status === "cancelled" && standing.length === 1 && standing;
    },
    45_000,
  );
  const mailsOf = (person: string) =>
    simulator
      .mailbox(person)
      .mails.map(({ kind }) => kind)
      .toSorted();
  return {
    cards,
    cardsAfterLook: left.length,
    shows: /\d+ of \d+ answered/.exec(JSON.stringify(left))?.[0] ?? "",
    mails: { member: mailsOf(member), newcomer: mailsOf(newcomer) },
  };
}

/** The other writes are those of crash-flow.test.ts. */
const isOfCards = ({ label }: CrashPoint) =>
  /connector|event_cards|conversation_paces|attendees/.test(label);

describe("kill -9 at the recorded writes of a card's life", () => {
  it("ends in the state of the undisturbed run, with at most one copy until somebody looks", async () => {
    const { points, undisturbed, failures, missed } = await crashEverywhere({
      flow: cardFlow,
      isOurs: isOfCards,
      check: (left, before) => {
        expect(left.cards).toBeLessThanOrEqual(2);
        expect({ ...left, cards: 1 }).toEqual(before);
      },
    });
    expect(points.length).toBeGreaterThan(10);
    expect(undisturbed).toMatchObject({
      cards: 1,
      cardsAfterLook: 1,
      mails: {
        member: ["cancellation", "invitation"],
        newcomer: ["cancellation", "invitation"],
      },
    });
    expect(failures).toEqual([]);
    expect(missed).toEqual([]);
  }, 900_000);
});
