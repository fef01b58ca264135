import { randomUUID } from "node:crypto";
import type { NewEvent } from "../../../bot/contract/event-content.ts";
import type { EventOfLead } from "../../harness/api.ts";
import { untilIdle } from "../../harness/idle.ts";
import { persist } from "../../harness/persist.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { lunch, people, type World } from "../../harness/world.ts";
import type { MatrixFlow } from "./matrix-flow.ts";

const title = "Lunch in waves";
const invited = ["AdeleV@contoso.com", "DiegoS@contoso.com"];
/** Added when the others have their invitation, so that they get a wave of their own. */
const newcomer = "LynneR@contoso.com";
const everybody = [...invited, newcomer];
const patienceMs = 100_000;

interface End {
  mails: Record<string, string[]>;
  calendars: Record<string, unknown>;
  organizerEvents: number;
  attendees: unknown;
  tally: unknown;
}

/** An event in several Outlook events: invited, answered in the second, somebody added, moved, cancelled. */
export const wavesLife: MatrixFlow<End> = {
  name: "an event in waves",
  connected: true,
  environment: { WAVE_SIZE: "1" },
  run: liveThroughWaves,
  allowances: (_strike, { end }) => ({ bounds: [], withoutThem: end }),
};

async function liveThroughWaves(world: World): Promise<End> {
  const { simulator } = world;
  const lead = world.as(people.lead);
  const groupId = await world.groupId("Women at Contoso", people.lead);
  const fields = (addresses: string[], more: Partial<NewEvent> = {}) =>
    lunch(groupId, {
      title,
      audience: { group: false, addresses },
      ...more,
    });
  const keys = Array.from({ length: 4 }, () => randomUUID());
  const created = await persist(() =>
    lead.send<EventOfLead>("POST", "/api/events", fields(invited), {
      "Idempotency-Key": keys[0] ?? "",
    }),
  );
  const path = `/api/events/${created.body.id}`;
  const state = (what: string, fits: (event: EventOfLead) => boolean) =>
    waitFor(
      what,
      async () => {
        const event = await lead.event(created.body.id);
        return fits(event) && event;
      },
      patienceMs,
    );
  const isOut = (what: string, people: number) =>
    state(
      what,
      ({ status, progress }) =>
        status === "scheduled" && progress.invited === people,
    );
  const change = async (before: EventOfLead, nth: number, wanted: NewEvent) => {
    const { groupId: _, ...content } = wanted;
    await persist(() =>
      lead.send("PUT", path, content, {
        "If-Match": `"${before.version}"`,
        "Idempotency-Key": keys[nth] ?? "",
      }),
    );
  };

  await isOut("the invitations", invited.length);
  simulator.respond({
    person: invited[1] ?? "",
    subject: title,
    response: "accepted",
  });
  const answered = await state(
    "the answer",
    ({ tally }) => tally.accepted === 1,
  );
  await change(answered, 1, fields(everybody));
  const joined = await isOut("the newcomer's invitation", everybody.length);
  await change(
    joined,
    2,
    fields(everybody, { start: "2031-12-02T12:00", end: "2031-12-02T13:00" }),
  );
  const moved = await state("the move", ({ status }) => status === "scheduled");
  await persist(() =>
    lead.send(
      "POST",
      `${path}/cancel`,
      { message: "Sorry." },
      { "If-Match": `"${moved.version}"`, "Idempotency-Key": keys[3] ?? "" },
    ),
  );
  const last = await state(
    "the cancellation",
    ({ status }) => status === "cancelled",
  );
  await untilIdle(world, patienceMs);
  const ofEverybody = <Value>(look: (person: string) => Value) =>
    Object.fromEntries(everybody.map((person) => [person, look(person)]));
  return {
    mails: ofEverybody((person) =>
      simulator
        .mailbox(person)
        .mails.map(({ kind, subject }) => `${kind}: ${subject}`)
        .toSorted(),
    ),
    calendars: ofEverybody((person) =>
      simulator
        .mailbox(person)
        .events.map(({ subject, startsAt, isCancelled }) => ({
          subject,
          startsAt,
          isCancelled,
        })),
    ),
    organizerEvents: simulator.mailbox(people.organizer).events.length,
    attendees: last.attendees?.map(({ address, answer }) => ({
      address,
      answer,
    })),
    tally: last.tally,
  };
}
