import { randomUUID } from "node:crypto";
import type { EventDetail } from "../../../bot/contract/events.ts";
import { openChannel } from "../../harness/channel.ts";
import { untilIdle } from "../../harness/idle.ts";
import { persist } from "../../harness/persist.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { lunch, people, type World } from "../../harness/world.ts";
import { isUnclear } from "./fault-kinds.ts";
import type { MatrixFlow } from "./matrix-flow.ts";

const title = "Lunch and learn";
const member = "AdeleV@contoso.com";
/** In the team, and not invited: joins the open event by a press on the card. */
const newcomer = "DiegoS@contoso.com";
const patienceMs = 100_000;
/** Messages, which the connector cannot tell from a repetition. */
const posts = /^connector POST .*\/(activities|conversations)$/;

interface End {
  cards: number;
  cardsAfterLook: number;
  shows: string;
  mails: Record<string, string[]>;
  calendars: Record<string, unknown>;
  organizerEvents: number;
  answers: unknown;
}

/** An event with a card: invited, answered in Outlook, joined on the card, moved, cancelled. */
export const eventLife: MatrixFlow<End> = {
  name: "an event",
  connected: true,
  run: liveThroughEvent,
  allowances: (strike, { end, undisturbed }) =>
    isUnclear(strike, posts) && end.cards === undisturbed.cards + 1
      ? { bounds: [1], withoutThem: { ...end, cards: undisturbed.cards } }
      : { bounds: [], withoutThem: end },
};

async function liveThroughEvent(world: World): Promise<End> {
  const { simulator } = world;
  const lead = world.as(people.lead);
  const channel = await openChannel(world);
  const cards = () => channel.cardsOf(title);
  const shown = (text: string) =>
    waitFor(
      `the card to show “${text}”`,
      () => Promise.resolve(JSON.stringify(cards()).includes(text)),
      patienceMs,
    );
  const keys = [randomUUID(), randomUUID(), randomUUID()] as const;
  const fields = lunch(channel.groupId, {
    title,
    open: true,
    audience: { group: false, addresses: [member] },
    channelIds: [channel.id],
  });
  const created = await persist(() =>
    lead.send<EventDetail>("POST", "/api/events", fields, {
      "Idempotency-Key": keys[0],
    }),
  );
  const path = `/api/events/${created.body.id}`;
  const state = (what: string, fits: (event: EventDetail) => boolean) =>
    waitFor(
      what,
      async () => {
        const event = await lead.event(created.body.id);
        return fits(event) && event;
      },
      patienceMs,
    );

  await state("the invitation", ({ status }) => status === "scheduled");
  await shown("0 of 1 answered");
  simulator.respond({ person: member, subject: title, response: "accepted" });
  await shown("1 of 1 answered");
  await waitFor("an answer to the press", async () => {
    const answer = await simulator.execute({
      conversation: channel.id,
      person: newcomer,
      messageId: cards()[0]?.id ?? "",
      title: "Going",
    });
    return answer.kind === "card";
  });
  await shown("2 of 2 answered");
  const joined = await state(
    "the newcomer's invitation",
    ({ attendees, status }) =>
      status === "scheduled" &&
      attendees?.length === 2 &&
      attendees.every(({ invited }) => invited),
  );

  // What was read after the gap is not read again: everything under way has to be over.
  await untilIdle(world, patienceMs);
  // Graph says that reports were missed, and asks for its subscription to be looked after.
  const seen = simulator.exchanges().at(-1)?.n ?? 0;
  const called = (what: string, method: string, path: string) =>
    waitFor(
      what,
      () =>
        Promise.resolve(
          simulator
            .exchanges()
            .some(
              ({ n, method: sent, url, status }) =>
                n > seen &&
                sent === method &&
                url.includes(path) &&
                status === 200,
            ),
        ),
      patienceMs,
    );
  simulator.sendLifecycle("missed");
  await called("every event to be read", "POST", "/$batch");
  simulator.sendLifecycle("reauthorizationRequired");
  await called("the subscription to be renewed", "PATCH", "/subscriptions/");

  const { groupId: _, ...moved } = {
    ...fields,
    start: "2031-12-02T12:00",
    end: "2031-12-02T13:00",
  };
  await persist(() =>
    lead.send("PUT", path, moved, {
      "If-Match": `"${joined.version}"`,
      "Idempotency-Key": keys[1],
    }),
  );
  const again = await state("the move", ({ status }) => status === "scheduled");
  await shown("0 of 2 answered");
  await persist(() =>
    lead.send(
      "POST",
      `${path}/cancel`,
      { message: "Sorry." },
      { "If-Match": `"${again.version}"`, "Idempotency-Key": keys[2] },
    ),
  );
  await shown("Cancelled event");
  await state("the cancellation", ({ status }) => status === "cancelled");

  const standing = cards().length;
  for (const { id } of cards())
    await simulator.viewMessage({
      conversation: channel.id,
      person: member,
      messageId: id,
    });
  await waitFor(
    "the copies to go",
    () => Promise.resolve(cards().length === 1),
    patienceMs,
  );
  const last = await lead.event(created.body.id);
  const mailsOf = (person: string) =>
    simulator
      .mailbox(person)
      .mails.map(({ kind, subject }) => `${kind}: ${subject}`)
      .toSorted();
  const calendarOf = (person: string) =>
    simulator
      .mailbox(person)
      .events.map(({ subject, startsAt, isCancelled }) => ({
        subject,
        startsAt,
        isCancelled,
      }));
  return {
    cards: standing,
    cardsAfterLook: cards().length,
    shows: JSON.stringify(cards().map(({ cards: shows }) => shows))
      .replaceAll(created.body.id, "{id}")
      .replace(/"userIds":\[[^\]]*\]/g, ""),
    mails: { member: mailsOf(member), newcomer: mailsOf(newcomer) },
    calendars: { member: calendarOf(member), newcomer: calendarOf(newcomer) },
    organizerEvents: simulator.mailbox(people.organizer).events.length,
    answers: {
      tally: last.tally,
      attendees: last.attendees?.map(({ address, answer, invited }) => ({
        address,
        answer,
        invited,
      })),
      timeline: last.timeline?.answers?.map(({ answer }) => answer),
    },
  };
}
